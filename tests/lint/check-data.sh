#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds what the desktop reads against the tools of those who read it.
#
# usage: check-data.sh desktop|metainfo|settings|icons PATH
set -eu

need () {
  command -v "$1" >/dev/null || { echo "not installed: $1"; exit 77; }
}

case $1 in
  desktop)
    need desktop-file-validate
    said=$(desktop-file-validate "$2")
    printf '%s' "$said"
    [ -z "$said" ]
    grep -q '^Name\[vi\]=\|^Comment\[vi\]=' "$2" || { echo "$2: nothing in Vietnamese"; exit 1; }
    ;;
  metainfo)
    need appstreamcli
    need appstream-util
    appstreamcli validate --no-net --no-color "$2"
    appstream-util validate-relax --nonet "$2"
    grep -q 'xml:lang="vi"' "$2" || { echo "$2: nothing in Vietnamese"; exit 1; }
    ;;
  settings)
    need glib-compile-schemas
    glib-compile-schemas --strict --dry-run "$2"
    ;;
  icons)
    need xmllint
    xmllint --noout "$2"/icons/hicolor/scalable/apps/*.svg "$2"/icons/hicolor/symbolic/apps/*.svg
    # A symbolic icon is of 16 pixels and of one colour, or it is not recoloured.
    for icon in "$2"/icons/hicolor/symbolic/apps/*.svg; do
      grep -q 'width="16" height="16"' "$icon" || { echo "$icon: not 16 × 16"; exit 1; }
      [ "$(grep -o 'fill="#[^"]*"' "$icon" | sort -u | wc -l)" -le 1 ] ||
        { echo "$icon: more than one colour"; exit 1; }
    done
    ;;
esac
