# SPDX-License-Identifier: GPL-3.0-or-later
"""Works the window as somebody does who cannot see it: by what assistive technology is told.

Nothing here sleeps for a time and hopes: what is waited for is a state, and
what does not come ends the test with what could be seen instead. Keys are
pressed for letters of ASCII alone; X has no keys for others, and pressing them
all the same now and then loses one. Other text comes from the clipboard.
"""
import os
import re
import subprocess
import time

import pyatspi

PATIENCE = 15          # seconds for anything that takes no more than a moment
PAUSE = 0.03           # between two looks

# Newer versions of AT-SPI and of GTK have other names for the same things.
ROLES = {
    "push button": ("push button", "button", "toggle button"),
    "text": ("text", "entry"),
    "page": ("filler", "panel", "section", "grouping"),
}


class NotSeen(AssertionError):
    """What was waited for did not come."""


def walk(root):
    """All there is below something; what goes away meanwhile is left out."""
    stack = [root]
    while stack:
        thing = stack.pop()
        if thing is None:
            continue
        yield thing
        try:
            children = [thing.getChildAtIndex(i) for i in range(thing.childCount)]
        except Exception:                       # gone: pyatspi raises GLib's errors as they come
            continue
        stack.extend(reversed(children))


def is_there(thing):
    """Not that it is seen: GTK 4.8 does not tell which page of a stack that is."""
    return thing.getState().contains(pyatspi.STATE_VISIBLE)


def is_named(thing, name):
    """The name of a button has its mnemonic in it, and then what it is called."""
    return thing.name == name or thing.name.endswith(" " + name)


def text_of(thing):
    """What an entry or a text holds."""
    text = thing.queryText()
    return text.getText(0, text.characterCount)


def describe(root):
    """What can be seen, for the message of a test that failed."""
    lines = []
    for thing in walk(root):
        try:
            if thing.name and not re.match("(Gtk|Adw|Dd)[A-Z]", thing.name) and is_there(thing):
                lines.append(f"  {thing.getRoleName()}: {thing.name[:100]!r}")
        except Exception:
            continue
    return "\n".join(lines)


class Window:
    """A running program and its windows."""

    def __init__(self, title, program, *arguments):
        self.title = title
        # Of the program a warning is a fault; of what looks at it, it is not.
        self.process = subprocess.Popen([program, *arguments], stderr=subprocess.PIPE, text=True,
                                        env={**os.environ, "G_DEBUG": "fatal-warnings"})
        self.application = None
        self.application = self.wait(self.find_application, "the program on the bus")

    def find_application(self):
        if self.process.poll() is not None:
            raise NotSeen(f"the program has ended with {self.process.returncode}: "
                          f"{self.process.stderr.read()}")
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.get_process_id() == self.process.pid:
                return application if application.childCount > 0 else None
        return None

    # --- looking --------------------------------------------------------------

    def wait(self, look, what):
        """Looks until there is something to see, and returns it."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                seen = look()
            except NotSeen:
                raise
            except Exception as error:          # what was looked at has just gone
                seen, what_happened = None, error
            else:
                what_happened = seen
            if seen:
                return seen
            if self.process.poll() is not None:
                raise NotSeen(f"{what}: the program has ended with {self.process.returncode}: "
                              f"{self.process.stderr.read()}")
            if time.monotonic() > end:
                there = describe(self.application) if self.application else ""
                raise NotSeen(f"{what} did not come ({what_happened!r}). There is:\n{there}")
            time.sleep(PAUSE)

    def find(self, role=None, name=None, root=None, pattern=None):
        """The first thing of that kind that shows, or None."""
        for thing in walk(root or self.application):
            try:
                if role and thing.getRoleName() not in ROLES.get(role, (role,)):
                    continue
                if name is not None and not is_named(thing, name):
                    continue
                if pattern is not None and not re.search(pattern, thing.name):
                    continue
                if is_there(thing):
                    return thing
            except Exception:
                continue
        return None

    def see(self, role=None, name=None, root=None, pattern=None):
        return self.wait(lambda: self.find(role, name, root, pattern),
                         f"{role or 'anything'} {name or pattern!r}")

    def see_no(self, role=None, name=None, root=None, pattern=None):
        self.wait(lambda: not self.find(role, name, root, pattern),
                  f"the end of {role or 'anything'} {name or pattern!r}")

    def page(self, name):
        """The page of a section, which is looked for by itself: others stay where they are."""
        return self.see("page", name)

    def dialog(self, title):
        """A window over the first one, once it is there; it has the keys then."""
        def find_dialog():
            for window in self.application:
                if window is not None and window.name == title:
                    return window
            return None

        dialog = self.wait(find_dialog, f"the window {title!r}")
        self.focus(title)
        return dialog

    def see_closed(self, title):
        self.wait(lambda: all(window is None or window.name != title
                              for window in self.application), f"the end of {title!r}")
        self.focus(self.title)

    def rows(self, table):
        """The texts of each row of a table, without its head."""
        body = self.find("list", root=table)
        return [[cell.name for cell in walk(row) if cell.getRoleName() == "label"]
                for row in walk(body) if row.getRoleName() == "table row"]

    # --- doing ----------------------------------------------------------------

    def click(self, name, root=None):
        """Presses a button, once it can be pressed."""
        def find_sensitive():
            button = self.find("push button", name, root)
            can = button and button.getState().contains(pyatspi.STATE_SENSITIVE)
            return button if can else None

        button = self.wait(find_sensitive, f"the button {name!r}")
        action = button.queryAction()
        for i in range(action.nActions):
            if action.getName(i) in ("click", "activate"):
                action.doAction(i)
                return
        raise NotSeen(f"the button {name!r} cannot be pressed")

    def focus(self, title):
        """Lets a window, by its title, have the keys that are pressed from now on."""
        def find_window():
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   text=True, check=False).stdout.split()
            return found[-1] if found else None

        window = self.wait(find_window, f"the window {title!r}")
        subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True, timeout=PATIENCE)

    def press(self, *keys):
        subprocess.run(["xdotool", "key", *keys], check=True, timeout=PATIENCE)

    def type(self, text):
        assert text.isascii()
        subprocess.run(["xdotool", "type", "--delay", "12", text], check=True, timeout=PATIENCE)

    def copy(self, text):
        """Puts a text on the clipboard, as another program does."""
        subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=text.encode(),
                       stdout=subprocess.DEVNULL, check=True, timeout=PATIENCE)

    def fill(self, label, text, root=None):
        """Fills in the line of a form that has this label, or the entry inside what has it."""
        def find_entry():
            line = self.find("page", label, root)
            return self.find("text", label, root) or (line and self.find("text", root=line))

        entry = self.wait(find_entry, f"the entry {label!r}")
        entry.queryEditableText().setTextContents(text)
        self.wait(lambda: text_of(entry) == text, f"{text!r} in {label!r}")

    def close(self):
        """Closes as a user does; returns the exit code and what the program complained of."""
        self.press("ctrl+q")
        _, complaints = self.process.communicate(timeout=PATIENCE)
        # The bus that assistive technology is on says that it is there.
        return self.process.returncode, "".join(
            line for line in complaints.splitlines(keepends=True)
            if line.strip() and not line.startswith(("dbus-daemon", "SpiRegistry")))

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()
