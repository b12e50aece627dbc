-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 1. What the fields mean stands in src/model/; a test holds the two together.
-- Days are ISO text, instants ISO text in UTC, lists are lines, references are row ids.
-- date () alone lets 30 February pass as it is; reckoning with it does not.
-- A list after IN would be made into a table anew for each row written, hence OR.
-- Nothing is deleted behind the program's back: no reference cascades, so that
-- every deletion passes the one function that writes the history.

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key BLOB NOT NULL,
  short_name TEXT CHECK (short_name <> ''),
  aliases TEXT CHECK (aliases <> ''),
  level TEXT NOT NULL
    CHECK (level = 'central' OR level = 'ministry' OR level = 'province' OR
      level = 'department' OR level = 'district' OR level = 'commune' OR level = 'other'),
  is_group INTEGER CHECK (is_group IN (0, 1)),
  parent INTEGER REFERENCES unit (id),
  valid_from TEXT CHECK (valid_from IS date (valid_from, '+0 days')),
  valid_to TEXT CHECK (valid_to IS date (valid_to, '+0 days'))
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key BLOB NOT NULL,
  post TEXT CHECK (post <> ''),
  unit INTEGER REFERENCES unit (id),
  aliases TEXT CHECK (aliases <> ''),
  valid_from TEXT CHECK (valid_from IS date (valid_from, '+0 days')),
  valid_to TEXT CHECK (valid_to IS date (valid_to, '+0 days'))
) STRICT;

CREATE TABLE holiday (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  day TEXT NOT NULL CHECK (day IS date (day, '+0 days')),
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL
    CHECK (kind = 'holiday' OR kind = 'in_lieu' OR kind = 'make_up'),
  basis TEXT CHECK (basis <> ''),
  in_force INTEGER NOT NULL CHECK (in_force IN (0, 1))
) STRICT;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  value TEXT CHECK (value <> '')
) STRICT;

-- Which version of ICU has made the columns that end in _key. A fact about this
-- file and no other, so it is no setting. One row.
CREATE TABLE sort_keys (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  made_by TEXT NOT NULL CHECK (made_by <> '')
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  number TEXT CHECK (number <> ''),
  type TEXT CHECK (type <> ''),
  day TEXT CHECK (day IS date (day, '+0 days')),
  issuer TEXT CHECK (issuer <> ''),
  signer TEXT CHECK (signer <> ''),
  subject TEXT CHECK (subject <> ''),
  text TEXT CHECK (text <> ''),
  file_name TEXT CHECK (file_name <> ''),
  sha256 TEXT CHECK (sha256 <> '')
) STRICT;

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  series TEXT CHECK (series <> ''),
  number INTEGER,
  kind TEXT NOT NULL
    CHECK (kind = 'session' OR kind = 'conference' OR kind = 'working_session' OR
      kind = 'meeting'),
  day TEXT NOT NULL CHECK (day IS date (day, '+0 days')),
  format TEXT NOT NULL
    CHECK (format = 'in_person' OR format = 'online' OR format = 'hybrid'),
  place TEXT CHECK (place <> ''),
  sites TEXT CHECK (sites <> ''),
  chair TEXT CHECK (chair <> ''),
  chair_post TEXT CHECK (chair_post <> ''),
  secretary TEXT CHECK (secretary <> ''),
  state TEXT NOT NULL
    CHECK (state = 'planned' OR state = 'held' OR state = 'minutes' OR state = 'concluded'),
  document INTEGER REFERENCES document (id),
  note TEXT CHECK (note <> '')
) STRICT;

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  unit INTEGER REFERENCES unit (id),
  person INTEGER REFERENCES person (id),
  state TEXT NOT NULL
    CHECK (state = 'present' OR state = 'absent' OR state = 'excused' OR state = 'deputised'),
  deputy TEXT CHECK (deputy <> ''),
  site TEXT CHECK (site <> ''),
  CHECK (unit IS NOT NULL OR person IS NOT NULL)
) STRICT;

CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  unit INTEGER REFERENCES unit (id),
  carried_from INTEGER REFERENCES agenda_item (id),
  discussed INTEGER CHECK (discussed IN (0, 1)),
  note TEXT CHECK (note <> '')
) STRICT;

CREATE TABLE inspection (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit (id),
  day TEXT NOT NULL CHECK (day IS date (day, '+0 days')),
  inspectors TEXT CHECK (inspectors <> ''),
  score REAL,
  rating TEXT CHECK (rating <> ''),
  findings TEXT CHECK (findings <> '')
) STRICT;

CREATE TABLE directive (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  document INTEGER REFERENCES document (id),
  meeting INTEGER REFERENCES meeting (id),
  inspection INTEGER REFERENCES inspection (id),
  position INTEGER,
  ordinal TEXT CHECK (ordinal <> ''),
  quote TEXT NOT NULL CHECK (quote <> ''),
  span_start INTEGER,
  span_end INTEGER,
  kind TEXT NOT NULL
    CHECK (kind = 'task' OR kind = 'soft' OR kind = 'prohibition' OR kind = 'milestone' OR
      kind = 'mandate' OR kind = 'decision'),
  assigner TEXT CHECK (assigner <> ''),
  lead TEXT CHECK (lead <> ''),
  coordinating TEXT CHECK (coordinating <> ''),
  report_to TEXT CHECK (report_to <> ''),
  deadline TEXT CHECK (deadline IS date (deadline, '+0 days')),
  deadline_kind TEXT NOT NULL
    CHECK (deadline_kind = 'none' OR deadline_kind = 'before' OR deadline_kind = 'by' OR
      deadline_kind = 'in_month' OR deadline_kind = 'in_quarter' OR deadline_kind = 'in_year' OR
      deadline_kind = 'period' OR deadline_kind = 'relative' OR deadline_kind = 'recurring'),
  deadline_text TEXT CHECK (deadline_text <> ''),
  recurrence TEXT NOT NULL
    CHECK (recurrence = 'none' OR recurrence = 'weekly' OR recurrence = 'monthly' OR
      recurrence = 'quarterly' OR recurrence = 'half_yearly' OR recurrence = 'yearly'),
  recurrence_day INTEGER,
  confidence REAL,
  no_task_reason TEXT CHECK (no_task_reason <> ''),
  superseded_by INTEGER REFERENCES directive (id),
  CHECK (document IS NOT NULL OR meeting IS NOT NULL OR inspection IS NOT NULL),
  CHECK (span_start < span_end),
  CHECK (superseded_by <> id)
) STRICT;

CREATE TABLE citation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  document INTEGER REFERENCES document (id),
  directive INTEGER REFERENCES directive (id),
  number TEXT NOT NULL CHECK (number <> ''),
  cited INTEGER REFERENCES document (id)
) STRICT;

CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  number TEXT CHECK (number <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  basis TEXT CHECK (basis <> ''),
  scope TEXT NOT NULL
    CHECK (scope = 'internal_a' OR scope = 'internal_b' OR scope = 'public' OR scope = 'business'),
  issuer INTEGER REFERENCES unit (id),
  first_day TEXT NOT NULL CHECK (first_day IS date (first_day, '+0 days')),
  last_day TEXT NOT NULL CHECK (last_day IS date (last_day, '+0 days')),
  parent INTEGER REFERENCES plan (id),
  document INTEGER REFERENCES document (id),
  state TEXT NOT NULL
    CHECK (state = 'draft' OR state = 'issued' OR state = 'closed'),
  note TEXT CHECK (note <> ''),
  CHECK (first_day <= last_day)
) STRICT;

CREATE TABLE milestone (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  plan INTEGER NOT NULL REFERENCES plan (id),
  day TEXT NOT NULL CHECK (day IS date (day, '+0 days')),
  measure TEXT NOT NULL
    CHECK (measure = 'inventoried' OR measure = 'reviewed' OR measure = 'procedures_cut' OR
      measure = 'cost_cut' OR measure = 'fields_cut' OR measure = 'other'),
  operator TEXT NOT NULL
    CHECK (operator = 'ge' OR operator = 'gt' OR operator = 'eq' OR operator = 'le' OR
      operator = 'lt'),
  value REAL NOT NULL,
  note TEXT CHECK (note <> '')
) STRICT;

CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  plan INTEGER REFERENCES plan (id),
  directive INTEGER REFERENCES directive (id),
  text TEXT CHECK (text <> ''),
  measure TEXT NOT NULL
    CHECK (measure = 'inventoried' OR measure = 'reviewed' OR measure = 'procedures_cut' OR
      measure = 'cost_cut' OR measure = 'fields_cut' OR measure = 'other'),
  operator TEXT NOT NULL
    CHECK (operator = 'ge' OR operator = 'gt' OR operator = 'eq' OR operator = 'le' OR
      operator = 'lt'),
  value REAL NOT NULL,
  unit TEXT CHECK (unit <> ''),
  due TEXT CHECK (due IS date (due, '+0 days')),
  numerator REAL,
  denominator REAL,
  CHECK ((plan IS NULL) <> (directive IS NULL))
) STRICT;

CREATE TABLE procedure (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  code TEXT CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  name_key BLOB NOT NULL,
  field TEXT CHECK (field <> ''),
  level TEXT NOT NULL
    CHECK (level = 'central' OR level = 'ministry' OR level = 'province' OR
      level = 'department' OR level = 'district' OR level = 'commune' OR level = 'other'),
  scope TEXT NOT NULL
    CHECK (scope = 'internal_a' OR scope = 'internal_b' OR scope = 'public' OR scope = 'business'),
  owner INTEGER REFERENCES unit (id),
  basis TEXT CHECK (basis <> '')
) STRICT;

CREATE TABLE plan_item (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  plan INTEGER NOT NULL REFERENCES plan (id),
  procedure INTEGER NOT NULL REFERENCES procedure (id),
  lead INTEGER REFERENCES unit (id),
  coordinating TEXT CHECK (coordinating <> ''),
  start TEXT CHECK (start IS date (start, '+0 days')),
  due TEXT CHECK (due IS date (due, '+0 days')),
  stage TEXT NOT NULL
    CHECK (stage = 'inventoried' OR stage = 'announced' OR stage = 'reviewing' OR
      stage = 'proposed' OR stage = 'approved' OR stage = 'enacted'),
  outcome TEXT NOT NULL
    CHECK (outcome = 'undecided' OR outcome = 'kept' OR outcome = 'amended' OR
      outcome = 'replaced' OR outcome = 'merged' OR outcome = 'abolished' OR
      outcome = 'decentralised'),
  options TEXT CHECK (options <> ''),
  reason TEXT CHECK (reason <> ''),
  enactment TEXT CHECK (enactment <> ''),
  components_before INTEGER,
  components_after INTEGER,
  days_before INTEGER,
  days_after INTEGER,
  fields_before INTEGER,
  fields_after INTEGER,
  steps_before INTEGER,
  steps_after INTEGER,
  cost_before INTEGER,
  cost_after INTEGER,
  UNIQUE (plan, procedure)
) STRICT;

CREATE TABLE cost_step (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  plan_item INTEGER NOT NULL REFERENCES plan_item (id),
  side TEXT NOT NULL
    CHECK (side IN ('before', 'after')),
  position INTEGER NOT NULL,
  activity TEXT NOT NULL CHECK (activity <> ''),
  hours REAL,
  income INTEGER,
  services INTEGER,
  fees INTEGER,
  times REAL,
  subjects INTEGER
) STRICT;

CREATE TABLE obligation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  basis TEXT CHECK (basis <> ''),
  directive INTEGER REFERENCES directive (id),
  recurrence TEXT NOT NULL
    CHECK (recurrence = 'none' OR recurrence = 'weekly' OR recurrence = 'monthly' OR
      recurrence = 'quarterly' OR recurrence = 'half_yearly' OR recurrence = 'yearly'),
  due_day INTEGER,
  cutoff_day INTEGER,
  first_day TEXT NOT NULL CHECK (first_day IS date (first_day, '+0 days')),
  last_day TEXT CHECK (last_day IS date (last_day, '+0 days')),
  CHECK (first_day <= last_day)
) STRICT;

CREATE TABLE obligation_unit (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  obligation INTEGER NOT NULL REFERENCES obligation (id),
  unit INTEGER NOT NULL REFERENCES unit (id),
  UNIQUE (obligation, unit)
) STRICT;

CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  directive INTEGER REFERENCES directive (id),
  plan_item INTEGER REFERENCES plan_item (id),
  obligation INTEGER REFERENCES obligation (id),
  period TEXT CHECK (period IS date (period, '+0 days')),
  parent INTEGER REFERENCES task (id),
  content TEXT NOT NULL CHECK (content <> ''),
  content_key BLOB NOT NULL,
  lead INTEGER NOT NULL REFERENCES unit (id),
  officer TEXT CHECK (officer <> ''),
  report_to TEXT CHECK (report_to <> ''),
  product TEXT CHECK (product <> ''),
  starred INTEGER CHECK (starred IN (0, 1)),
  assigned TEXT NOT NULL CHECK (assigned IS date (assigned, '+0 days')),
  deadline TEXT CHECK (deadline IS date (deadline, '+0 days')),
  deadline_kind TEXT NOT NULL
    CHECK (deadline_kind = 'none' OR deadline_kind = 'before' OR deadline_kind = 'by' OR
      deadline_kind = 'in_month' OR deadline_kind = 'in_quarter' OR deadline_kind = 'in_year' OR
      deadline_kind = 'period' OR deadline_kind = 'relative' OR deadline_kind = 'recurring'),
  deadline_text TEXT CHECK (deadline_text <> ''),
  original_deadline TEXT CHECK (original_deadline IS date (original_deadline, '+0 days')),
  due TEXT CHECK (due IS date (due, '+0 days')),
  completed TEXT CHECK (completed IS date (completed, '+0 days')),
  state TEXT NOT NULL
    CHECK (state = 'assigned' OR state = 'accepted' OR state = 'refused' OR
      state = 'in_progress' OR state = 'reported' OR state = 'returned' OR state = 'confirmed' OR
      state = 'suspended' OR state = 'withdrawn'),
  note TEXT CHECK (note <> ''),
  CHECK (parent <> id)
) STRICT;

CREATE TABLE task_unit (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  task INTEGER NOT NULL REFERENCES task (id),
  unit INTEGER NOT NULL REFERENCES unit (id),
  state TEXT NOT NULL
    CHECK (state = 'expected' OR state = 'given' OR state = 'none'),
  deadline TEXT CHECK (deadline IS date (deadline, '+0 days')),
  note TEXT CHECK (note <> ''),
  UNIQUE (task, unit)
) STRICT;

CREATE TABLE progress (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  task INTEGER NOT NULL REFERENCES task (id),
  day TEXT NOT NULL CHECK (day IS date (day, '+0 days')),
  author TEXT CHECK (author <> ''),
  percent INTEGER,
  note TEXT CHECK (note <> ''),
  difficulty TEXT CHECK (difficulty <> ''),
  proposal TEXT CHECK (proposal <> ''),
  document TEXT CHECK (document <> ''),
  outcome TEXT NOT NULL
    CHECK (outcome = 'report' OR outcome = 'done' OR outcome = 'confirmed' OR
      outcome = 'returned' OR outcome = 'reopened' OR outcome = 'stopped'),
  CHECK (percent BETWEEN 0 AND 100)
) STRICT;

CREATE TABLE deadline_change (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  task INTEGER NOT NULL REFERENCES task (id),
  asked_on TEXT CHECK (asked_on IS date (asked_on, '+0 days')),
  asked_by TEXT CHECK (asked_by <> ''),
  old_deadline TEXT CHECK (old_deadline IS date (old_deadline, '+0 days')),
  new_deadline TEXT CHECK (new_deadline IS date (new_deadline, '+0 days')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  decided_on TEXT CHECK (decided_on IS date (decided_on, '+0 days')),
  decided_by TEXT CHECK (decided_by <> ''),
  document TEXT CHECK (document <> ''),
  outcome TEXT NOT NULL
    CHECK (outcome = 'asked' OR outcome = 'granted' OR outcome = 'refused')
) STRICT;

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  task INTEGER NOT NULL REFERENCES task (id),
  kind TEXT NOT NULL
    CHECK (kind = 'call' OR kind = 'message' OR kind = 'letter' OR kind = 'meeting' OR
      kind = 'explanation'),
  day TEXT NOT NULL CHECK (day IS date (day, '+0 days')),
  author TEXT CHECK (author <> ''),
  letter_number TEXT CHECK (letter_number <> ''),
  text TEXT CHECK (text <> ''),
  answer_due TEXT CHECK (answer_due IS date (answer_due, '+0 days')),
  answered TEXT CHECK (answered IS date (answered, '+0 days')),
  answer TEXT CHECK (answer <> '')
) STRICT;

CREATE TABLE feedback (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  batch TEXT CHECK (batch <> ''),
  content TEXT NOT NULL CHECK (content <> ''),
  unit INTEGER REFERENCES unit (id),
  received TEXT CHECK (received IS date (received, '+0 days')),
  due TEXT CHECK (due IS date (due, '+0 days')),
  answered TEXT CHECK (answered IS date (answered, '+0 days')),
  answer TEXT CHECK (answer <> ''),
  document TEXT CHECK (document <> '')
) STRICT;

CREATE TABLE index_score (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit (id),
  month TEXT NOT NULL CHECK (month IS date (month, '+0 days')),
  index_set TEXT NOT NULL CHECK (index_set <> ''),
  component TEXT NOT NULL CHECK (component <> ''),
  score REAL NOT NULL,
  maximum REAL NOT NULL,
  UNIQUE (unit, month, index_set, component)
) STRICT;

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  revision INTEGER NOT NULL,
  document INTEGER REFERENCES document (id),
  task INTEGER REFERENCES task (id),
  progress INTEGER REFERENCES progress (id),
  name TEXT NOT NULL CHECK (name <> ''),
  media_type TEXT NOT NULL CHECK (media_type <> ''),
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (sha256 <> ''),
  CHECK (length (sha256) = 64)
) STRICT;

CREATE TABLE history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action INTEGER NOT NULL,
  happened TEXT NOT NULL,
  actor TEXT NOT NULL CHECK (actor <> ''),
  reason TEXT CHECK (reason <> ''),
  event TEXT NOT NULL
    CHECK (event = 'created' OR event = 'changed' OR event = 'deleted'),
  record_kind TEXT NOT NULL CHECK (record_kind <> ''),
  record_id INTEGER NOT NULL,
  record_uid TEXT NOT NULL CHECK (record_uid <> ''),
  undoes INTEGER
) STRICT;

-- The values before and after, as codes; one line for each field that differs. Of a
-- deleted record all values, so that it can be brought back; of a created one none,
-- since the record itself has them.
CREATE TABLE history_field (
  history INTEGER NOT NULL REFERENCES history (id),
  field TEXT NOT NULL,
  old_value TEXT,
  new_value TEXT,
  PRIMARY KEY (history, field)
) STRICT;

-- An open task is one that is neither completed nor stopped; these indexes and the
-- queries say it in the same words (src/store/dd-rule-sql.h).
CREATE INDEX task_open ON task (coalesce (due, '9999-99-99'), id)
  WHERE completed IS NULL AND state <> 'refused' AND state <> 'suspended'
    AND state <> 'withdrawn';
CREATE INDEX task_due ON task (coalesce (due, '9999-99-99'), id);
CREATE INDEX task_lead ON task (lead, coalesce (due, '9999-99-99'), id);
CREATE INDEX task_content ON task (content_key, id);
CREATE INDEX task_assigned ON task (assigned, id);
CREATE INDEX task_figures ON task (lead, state, completed, due);
CREATE UNIQUE INDEX task_period ON task (obligation, period, lead) WHERE obligation IS NOT NULL;
CREATE INDEX task_directive ON task (directive);
CREATE INDEX task_plan_item ON task (plan_item) WHERE plan_item IS NOT NULL;
CREATE INDEX task_parent ON task (parent) WHERE parent IS NOT NULL;

CREATE INDEX unit_name ON unit (name_key, id);
CREATE INDEX unit_parent ON unit (parent);
CREATE INDEX person_name ON person (name_key, id);
CREATE INDEX person_unit ON person (unit);
CREATE INDEX holiday_day ON holiday (day);
CREATE INDEX document_day ON document (day, id);
CREATE INDEX document_number ON document (number);
CREATE INDEX meeting_day ON meeting (day, id);
CREATE INDEX meeting_document ON meeting (document);
CREATE INDEX attendance_meeting ON attendance (meeting);
CREATE INDEX attendance_unit ON attendance (unit);
CREATE INDEX attendance_person ON attendance (person) WHERE person IS NOT NULL;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting);
CREATE INDEX agenda_item_unit ON agenda_item (unit) WHERE unit IS NOT NULL;
CREATE INDEX agenda_item_carried ON agenda_item (carried_from) WHERE carried_from IS NOT NULL;
CREATE INDEX inspection_unit ON inspection (unit);
CREATE INDEX directive_document ON directive (document, position);
CREATE INDEX directive_meeting ON directive (meeting, position);
CREATE INDEX directive_inspection ON directive (inspection) WHERE inspection IS NOT NULL;
CREATE INDEX directive_superseded ON directive (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX citation_document ON citation (document);
CREATE INDEX citation_directive ON citation (directive);
CREATE INDEX citation_cited ON citation (cited) WHERE cited IS NOT NULL;
CREATE INDEX plan_issuer ON plan (issuer);
CREATE INDEX plan_parent ON plan (parent) WHERE parent IS NOT NULL;
CREATE INDEX plan_document ON plan (document) WHERE document IS NOT NULL;
CREATE INDEX milestone_plan ON milestone (plan);
CREATE INDEX target_plan ON target (plan);
CREATE INDEX target_directive ON target (directive);
CREATE INDEX procedure_name ON procedure (name_key, id);
CREATE INDEX procedure_owner ON procedure (owner);
CREATE INDEX plan_item_procedure ON plan_item (procedure);
CREATE INDEX plan_item_lead ON plan_item (lead);
CREATE INDEX cost_step_item ON cost_step (plan_item);
CREATE INDEX obligation_directive ON obligation (directive) WHERE directive IS NOT NULL;
CREATE INDEX obligation_unit_unit ON obligation_unit (unit);
CREATE INDEX task_unit_unit ON task_unit (unit);
CREATE INDEX progress_task ON progress (task, day, id);
CREATE INDEX deadline_change_task ON deadline_change (task);
CREATE INDEX follow_up_task ON follow_up (task);
CREATE INDEX feedback_unit ON feedback (unit);
CREATE INDEX attachment_document ON attachment (document) WHERE document IS NOT NULL;
CREATE INDEX attachment_task ON attachment (task) WHERE task IS NOT NULL;
CREATE INDEX attachment_progress ON attachment (progress) WHERE progress IS NOT NULL;
CREATE INDEX history_record ON history (record_kind, record_id, id);
CREATE INDEX history_action ON history (action);
