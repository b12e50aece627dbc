-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: members of groups and bodies, the agenda item under which a directive
-- was said, what has to come of it, and the files that documents came in.

CREATE TABLE unit_member (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  body INTEGER NOT NULL REFERENCES unit (id),
  unit INTEGER REFERENCES unit (id),
  person INTEGER REFERENCES person (id),
  role TEXT NOT NULL
    CHECK (role = 'head' OR role = 'deputy_head' OR role = 'secretary' OR role = 'member'),
  valid_from TEXT CHECK (valid_from IS date (valid_from, '+0 days')),
  valid_to TEXT CHECK (valid_to IS date (valid_to, '+0 days')),
  CHECK (unit IS NOT NULL OR person IS NOT NULL),
  CHECK (valid_from <= valid_to)
) STRICT;

ALTER TABLE meeting ADD COLUMN body INTEGER REFERENCES unit (id);

ALTER TABLE directive ADD COLUMN agenda_item INTEGER REFERENCES agenda_item (id);
ALTER TABLE directive ADD COLUMN product TEXT CHECK (product <> '');
ALTER TABLE directive ADD COLUMN recurrence_month INTEGER
  CHECK (recurrence_month BETWEEN 1 AND 12);

-- The bytes of attachments, once however many records name them.
CREATE TABLE attachment_content (
  sha256 TEXT PRIMARY KEY CHECK (length (sha256) = 64),
  content BLOB NOT NULL
) STRICT;

CREATE INDEX unit_member_body ON unit_member (body);
CREATE INDEX unit_member_unit ON unit_member (unit) WHERE unit IS NOT NULL;
CREATE INDEX unit_member_person ON unit_member (person) WHERE person IS NOT NULL;
CREATE INDEX meeting_body ON meeting (body) WHERE body IS NOT NULL;
CREATE INDEX directive_agenda_item ON directive (agenda_item) WHERE agenda_item IS NOT NULL;
CREATE INDEX attachment_sha256 ON attachment (sha256);
