#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the project's shell scripts against shellcheck.
set -eu
cd "$1"
command -v shellcheck >/dev/null || { echo 'not installed: shellcheck'; exit 77; }

grep -lE '^#!/bin/(ba)?sh' build-aux/* .ci/* tests/*.sh tests/*/*.sh 2>/dev/null |
  xargs shellcheck -x build-aux/packages
