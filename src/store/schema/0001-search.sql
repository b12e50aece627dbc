-- SPDX-License-Identifier: GPL-3.0-or-later
-- The search index, which is SQLite's own: words as they are written, and words
-- without marks. FTS5 takes the marks off but leaves đ, hence the views. Both
-- kinds of table keep no text of their own; the store writes to them with each
-- change (src/store/dd-search.c), and any program can read them.

CREATE VIRTUAL TABLE unit_words USING fts5 (name, short_name, aliases,
  content = 'unit', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIEW unit_unmarked AS SELECT id,
  replace (replace (name, 'đ', 'd'), 'Đ', 'D') AS name,
  replace (replace (short_name, 'đ', 'd'), 'Đ', 'D') AS short_name,
  replace (replace (aliases, 'đ', 'd'), 'Đ', 'D') AS aliases
FROM unit;
CREATE VIRTUAL TABLE unit_folded USING fts5 (name, short_name, aliases,
  content = 'unit_unmarked', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE document_words USING fts5 (number, issuer, subject,
  content = 'document', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIEW document_unmarked AS SELECT id,
  replace (replace (number, 'đ', 'd'), 'Đ', 'D') AS number,
  replace (replace (issuer, 'đ', 'd'), 'Đ', 'D') AS issuer,
  replace (replace (subject, 'đ', 'd'), 'Đ', 'D') AS subject
FROM document;
CREATE VIRTUAL TABLE document_folded USING fts5 (number, issuer, subject,
  content = 'document_unmarked', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE meeting_words USING fts5 (title, series, chair,
  content = 'meeting', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIEW meeting_unmarked AS SELECT id,
  replace (replace (title, 'đ', 'd'), 'Đ', 'D') AS title,
  replace (replace (series, 'đ', 'd'), 'Đ', 'D') AS series,
  replace (replace (chair, 'đ', 'd'), 'Đ', 'D') AS chair
FROM meeting;
CREATE VIRTUAL TABLE meeting_folded USING fts5 (title, series, chair,
  content = 'meeting_unmarked', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE directive_words USING fts5 (quote,
  content = 'directive', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIEW directive_unmarked AS SELECT id,
  replace (replace (quote, 'đ', 'd'), 'Đ', 'D') AS quote
FROM directive;
CREATE VIRTUAL TABLE directive_folded USING fts5 (quote,
  content = 'directive_unmarked', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE procedure_words USING fts5 (code, name, field,
  content = 'procedure', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIEW procedure_unmarked AS SELECT id,
  replace (replace (code, 'đ', 'd'), 'Đ', 'D') AS code,
  replace (replace (name, 'đ', 'd'), 'Đ', 'D') AS name,
  replace (replace (field, 'đ', 'd'), 'Đ', 'D') AS field
FROM procedure;
CREATE VIRTUAL TABLE procedure_folded USING fts5 (code, name, field,
  content = 'procedure_unmarked', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE task_words USING fts5 (content, officer, product,
  content = 'task', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIEW task_unmarked AS SELECT id,
  replace (replace (content, 'đ', 'd'), 'Đ', 'D') AS content,
  replace (replace (officer, 'đ', 'd'), 'Đ', 'D') AS officer,
  replace (replace (product, 'đ', 'd'), 'Đ', 'D') AS product
FROM task;
CREATE VIRTUAL TABLE task_folded USING fts5 (content, officer, product,
  content = 'task_unmarked', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
