-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: persons are found by words, as units are; also those who are there already.

CREATE VIRTUAL TABLE person_words USING fts5 (name, post, aliases,
  content = 'person', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIEW person_unmarked AS SELECT id,
  replace (replace (name, 'đ', 'd'), 'Đ', 'D') AS name,
  replace (replace (post, 'đ', 'd'), 'Đ', 'D') AS post,
  replace (replace (aliases, 'đ', 'd'), 'Đ', 'D') AS aliases
FROM person;
CREATE VIRTUAL TABLE person_folded USING fts5 (name, post, aliases,
  content = 'person_unmarked', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

INSERT INTO person_words (person_words) VALUES ('rebuild');
INSERT INTO person_folded (person_folded) VALUES ('rebuild');
