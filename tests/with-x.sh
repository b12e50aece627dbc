#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on an X server, a session bus and XDG folders of its own, so
# that neither the user's desktop nor another test can be seen or touched.
#
# usage: with-x.sh COMMAND [ARGUMENT…]
#
# The exit code is the command's; 99 if there is no server to run it on.
# DD_SCREEN sets the size of the screen, 1280x900 if it is not given.

set -u

for program in Xvfb dbus-run-session; do
  if ! command -v "$program" >/dev/null; then
    echo "with-x.sh: $program is not installed (packages xvfb and dbus)" >&2
    exit 99
  fi
done

place=$(mktemp -d "${TMPDIR:-/tmp}/dondoc-x-XXXXXX") || exit 99
server=
finish () {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null
    wait "$server" 2>/dev/null
  fi
  rm -rf "$place"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# The server picks a free display itself and tells which: choosing one here
# would race with other tests. Without -noreset it starts anew when its first
# client leaves, and the next one finds it closed.
mkfifo "$place/number"
Xvfb -displayfd 3 -screen 0 "${DD_SCREEN:-1280x900}x24" -nolisten tcp -noreset \
  3>"$place/number" >"$place/server.log" 2>&1 &
server=$!
if ! read -r number <"$place/number"; then
  cat "$place/server.log" >&2
  exit 99
fi

for folder in config data cache state runtime; do
  mkdir "$place/$folder"
done
chmod 700 "$place/runtime"

export XDG_CONFIG_HOME="$place/config" XDG_DATA_HOME="$place/data" \
  XDG_CACHE_HOME="$place/cache" XDG_STATE_HOME="$place/state" XDG_RUNTIME_DIR="$place/runtime"
export DISPLAY=":$number" GDK_BACKEND=x11 GSETTINGS_BACKEND=memory
export GSK_RENDERER="${GSK_RENDERER:-cairo}" GDK_DEBUG="${GDK_DEBUG:-gl-disable}"
export LC_ALL="${LC_ALL:-C.UTF-8}"
unset WAYLAND_DISPLAY

# Not exec: the trap has to run. The bus complains of limits it may not raise.
dbus-run-session -- "$@"
