# Copyright 2026 The relata authors
# SPDX-License-Identifier: MIT
"""Triple stores to try the command on, each in a folder of its own.

Oxigraph (tests/js/store.mjs), Virtuoso (Debian's package, as nobody's service:
on 127.0.0.1, in a folder that is thrown away), and a server that misbehaves.
"""
import csv
import http.server
import io
import os
import shutil
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
JS = os.path.join(ROOT, "tests", "js")
PASSWORD = "harbour/talks 7"
HANGING = 5  # seconds

INI = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
DisableUnixSocket = 1
CaseMode = 2
DirsAllowed = {folder}/load
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}/vsp
ServerThreads = 4
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = 60
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Store:
    """What the stores have in common; `query_url` is theirs."""
    login = ()

    def select(self, query):
        """Rows of a SELECT, without the names."""
        form = urllib.parse.urlencode({"query": query}).encode()
        request = urllib.request.Request(
            self.query_url, form, {"Accept": "text/csv"})
        with urllib.request.urlopen(request, timeout=120) as answer:
            text = answer.read().decode()
        return [tuple(row) for row in list(csv.reader(io.StringIO(text)))[1:]]

    def count(self, graph=None):
        where = "?s ?p ?o"
        if graph:
            where = "GRAPH <%s> { %s }" % (graph, where)
        return int(self.select("SELECT (COUNT(*) AS ?n) { %s }" % where)[0][0])


class Oxigraph(Store):
    @staticmethod
    def is_installed():
        return (shutil.which("node") is not None and
                os.path.isdir(os.path.join(JS, "node_modules", "oxigraph")))

    def __init__(self, folder):
        del folder  # it lives in memory
        self.port = free_port()
        self.start()
        start = "http://127.0.0.1:%d" % self.port
        self.url = start + "/store"
        self.query_url = start + "/query"

    def start(self):
        self.process = subprocess.Popen(
            ["node", os.path.join(JS, "store.mjs"), str(self.port)],
            stdout=subprocess.PIPE)
        if not self.process.stdout.readline():
            raise OSError("store.mjs does not start")

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    stop = kill


class Virtuoso(Store):
    @staticmethod
    def is_installed():
        return shutil.which("virtuoso-t") is not None

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        for name in ("load", "vsp"):
            os.makedirs(os.path.join(folder, name))
        self.ini = os.path.join(folder, "virtuoso.ini")
        with open(self.ini, "w", encoding="utf-8") as out:
            out.write(INI.format(folder=folder, port=self.port,
                                 sql_port=free_port()))
        # makes the database and ends
        self.run("+pwdold", "dba", "+pwddba", PASSWORD, "+pwddav",
                 PASSWORD).wait(120)
        self.password_file = os.path.join(folder, "password")
        with open(self.password_file, "w", encoding="utf-8") as out:
            out.write(PASSWORD + "\n")
        start = "http://127.0.0.1:%d" % self.port
        self.url = start + "/sparql-graph-crud-auth"
        self.query_url = start + "/sparql"
        self.login = ("--user", "dba", "--password-file", self.password_file)
        self.start()

    def run(self, *arguments):
        return subprocess.Popen(
            ["virtuoso-t", "+foreground", "+configfile", self.ini, *arguments],
            cwd=self.folder, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)

    def start(self):
        self.process = self.run()
        for _ in range(600):
            try:
                self.select("SELECT * { } LIMIT 1")
                return
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.1)
        raise OSError("Virtuoso does not start: see %s/virtuoso.log"
                      % self.folder)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.kill()


class Fake:
    """Answers as its script says, whatever it is asked; keeps the requests.

    A step is (status, body) or (status, body, headers), "reset" (the connection
    is cut before an answer), "cut" (in the middle of one) or "hang" (no answer
    for a while). The last step is repeated.
    """

    def __init__(self, *script):
        self.script = list(script)
        self.requests = []
        fake = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self):
                fake.answer(self)

            do_GET = do_PUT = do_POST = do_DELETE = handle_any

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0),
                                                      Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.url = "http://127.0.0.1:%d/store" % self.port
        threading.Thread(target=self.server.serve_forever,
                         daemon=True).start()

    def next_step(self):
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]

    def answer(self, handler):
        size = int(handler.headers.get("Content-Length") or 0)
        body = handler.rfile.read(size)
        self.requests.append((handler.command, handler.path, body,
                              handler.headers))
        step = self.next_step()
        if step in ("reset", "cut", "hang"):
            if step == "hang":
                time.sleep(HANGING)
            if step == "cut":
                handler.wfile.write(b"HTTP/1.1 200 OK\r\n"
                                    b"Content-Length: 100\r\n\r\nhalf")
                handler.wfile.flush()
            handler.close_connection = True
            return
        status, text, *rest = step
        data = text.encode()
        try:
            handler.send_response(status)
            for name, value in (rest[0] if rest else {}).items():
                handler.send_header(name, value)
            handler.send_header("Content-Length", str(len(data)))
            handler.end_headers()
            handler.wfile.write(data)
        except OSError:
            pass  # the other side did not wait

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
