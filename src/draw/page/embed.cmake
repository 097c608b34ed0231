# cmake -DFOLDER=src/draw/page -DOUT=page_asset.c -P embed.cmake
#
# Turn the files of the page into C: bytes, lengths, SHA-256.

function(add_bytes name file)
  file(READ ${FOLDER}/${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND code
         "static const unsigned char ${name}_bytes[] = {${bytes}0};\n"
         "const RelStr ${name} = {(const char *)${name}_bytes,\n"
         "    sizeof(${name}_bytes) - 1U};\n")
  set(code "${code}" PARENT_SCOPE)
endfunction()

set(code "// Made by src/draw/page/embed.cmake; do not edit\n")
string(APPEND code "#include \"draw/page_asset.h\"\n")
add_bytes(rel_page_frame page.html)
add_bytes(rel_page_style_sheet page.css)
add_bytes(rel_page_script page.js)
file(SHA256 ${FOLDER}/page.css style)
file(SHA256 ${FOLDER}/page.js script)
string(APPEND code "const char rel_page_style_sha256[] = \"${style}\";\n"
       "const char rel_page_script_sha256[] = \"${script}\";\n")
file(WRITE ${OUT} "${code}")
