// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT

#ifndef REL_DRAW_PAGE_ASSET_H
#define REL_DRAW_PAGE_ASSET_H

#include "base/str.h"

// The files of src/draw/page/, which page/embed.cmake turns into C at the build

extern const RelStr rel_page_frame;       ///< page.html
extern const RelStr rel_page_style_sheet; ///< page.css
extern const RelStr rel_page_script;      ///< page.js

extern const char rel_page_style_sha256[]; ///< Hexadecimal digits
extern const char rel_page_script_sha256[];

#endif
