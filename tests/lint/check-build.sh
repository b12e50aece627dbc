#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds twice at the same moment for the first time, with stand-ins for meson
# and ninja: neither may take away what the other has begun.
set -eu
root=$1
command -v flock >/dev/null || { echo 'not installed: flock'; exit 77; }

place=$(mktemp -d "${TMPDIR:-/tmp}/dondoc-build-XXXXXX")
trap 'rm -rf "$place"' EXIT
mkdir "$place/bin" "$place/project"

cat >"$place/bin/meson" <<'END'
#!/bin/sh
# A set-up takes its time, and the build file comes last.
echo set-up >>"$PLACE/order"
mkdir -p "$2"
echo begun >"$2/begun"
sleep 1
cp "$2/begun" "$2/build.ninja"
END
cat >"$place/bin/ninja" <<'END'
#!/bin/sh
echo build >>"$PLACE/order"
mkdir "$3/at-work" && sleep 0.5 && rmdir "$3/at-work"
END
chmod +x "$place/bin/meson" "$place/bin/ninja"

cat >"$place/build" <<'END'
set -eu
. "$1/build-aux/packages"
build "$PLACE/project/_build"
END

export PLACE="$place" PATH="$place/bin:$PATH"
sh "$place/build" "$root" >"$place/first" 2>&1 &
first=$!
sh "$place/build" "$root" >"$place/second" 2>&1 &
second=$!
status=0
wait "$first" || status=1
wait "$second" || status=1

order=$(tr '\n' ' ' <"$place/order")
if [ "$status" -ne 0 ] || [ "$order" != 'set-up build build ' ]; then
  echo "two builds at once went: $order"
  cat "$place/first" "$place/second"
  exit 1
fi
if [ "$(cat "$place/first" "$place/second" | grep -c 'being built already')" -ne 1 ]; then
  echo 'the one that waited should say so, and it alone:'
  cat "$place/first" "$place/second"
  exit 1
fi
