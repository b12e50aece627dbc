# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of office files share: records to draft from, and what a file says."""
import json
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as xml
import zipfile

from ctl import CtlTestCase, uid

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

MEETING = uid(5, 1)
LETTERHEAD = {
    "superior": "UBND tỉnh Bình Sơn",
    "agency": "Văn phòng",
    "code": "VP",
    "place": "Bình Sơn",
    "authority": "TL. Chủ tịch; KT. Chánh Văn phòng",
    "post": "Phó Chánh Văn phòng",
    "signer": "Trần Thị B",
    "recipients": "Chủ tịch, các Phó Chủ tịch UBND tỉnh (để b/c); Các sở, ban, ngành; "
                  "Lưu: VT, KSTT",
}


def directive(number, quote, **values):
    return {"uid": uid(9, number), "meeting": MEETING, "position": number, "quote": quote,
            "kind": "task", "deadline_kind": "none", "recurrence": "none", **values}


def lines_of_docx(path):
    """The paragraphs of the text in their order, tables included."""
    with zipfile.ZipFile(path) as archive:
        root = xml.fromstring(archive.read("word/document.xml"))
    return ["".join(t.text or "" for t in p.iter(W + "t")) for p in root.iter(W + "p")]


def lines_of_odt(path):
    def say(element):
        text = element.text or ""
        for child in element:
            if child.tag == TEXT + "s":
                text += " " * int(child.get(TEXT + "c", "1"))
            text += say(child) + (child.tail or "")
        return text

    with zipfile.ZipFile(path) as archive:
        root = xml.fromstring(archive.read("content.xml"))
    return [say(p) for p in root.iter(TEXT + "p")]


def words(lines):
    """What remains of a text when it is laid out otherwise."""
    return re.sub(r"\s+", " ", " ".join(lines)).strip()


class OfficeTestCase(CtlTestCase):
    def setUp(self):
        super().setUp()
        self.settings = [{"uid": uid(12, i), "name": f"letterhead-{name}", "value": value}
                         for i, (name, value) in enumerate(LETTERHEAD.items())]

    def write_meeting(self, directives, letterhead=True, **values):
        meeting = {"uid": MEETING, "title": "Phiên họp thứ hai Tổ công tác cải cách hành chính",
                   "kind": "session", "day": "2024-03-12", "format": "in_person",
                   "place": "Trụ sở UBND tỉnh", "chair": "Lê Văn Minh",
                   "chair_post": "Phó Chủ tịch UBND tỉnh, Tổ trưởng", "state": "concluded",
                   **values}
        self.ctl("import", self.write_records(
            meeting=[meeting], directive=directives,
            setting=self.settings if letterhead else []))

    def notice(self, *arguments, meeting=MEETING, today="2024-03-18"):
        return self.json("report", "notice", f"--meeting={meeting}", f"--today={today}", *arguments)

    def save(self, name, *arguments):
        path = self.path(name)
        self.notice(f"--output={path}", *arguments)
        return path

    def extract(self, path, date, stored=True):
        """What is read of a file, with the units of the records or without."""
        return json.loads((self.ctl if stored else self.ctl_bare)(
            "extract", "--format=json", f"--date={date}", path))

    def convert(self, path, form):
        """The file as LibreOffice makes another of it."""
        office = shutil.which("soffice")
        self.assertIsNotNone(office, "LibreOffice is missing: build-aux/test installs "
                                     "libreoffice-writer-nogui; install it, the test needs it")
        folder = self.path("converted")
        profile = self.path("office-profile")
        env = {"PATH": self.env["PATH"], "HOME": profile, "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            [office, "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", form,
             "--outdir", folder, path],
            env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=240, check=False)
        ending = form.split(":")[0]
        name = os.path.splitext(os.path.basename(path))[0] + "." + ending
        made = os.path.join(folder, name)
        self.assertTrue(os.path.exists(made), done.stdout.decode())
        return made
