/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dd-row.h"
#include "dd-span.h"

G_BEGIN_DECLS

typedef enum
{
  DD_MARK_ASSIGNER,
  DD_MARK_LEAD,
  DD_MARK_COORDINATING,
  DD_MARK_REPORT_TO,
  DD_MARK_DEADLINE,
  DD_MARK_RECURRENCE,
  DD_MARK_TARGET,
  DD_MARK_CITATION,
} DdMarkKind;

#define DD_N_MARK_KINDS (DD_MARK_CITATION + 1)

/**
 * DdMark:
 *
 * Where in the text something was recognised, for the eye of the secretary.
 */
typedef struct
{
  DdSpan     span;
  DdMarkKind kind;
} DdMark;

/**
 * DdFinding:
 * @directive: a row of %DD_KIND_DIRECTIVE: the clause with its place in the
 *   text as given, and what was recognised in it
 * @targets: (element-type DdRow): rows of %DD_KIND_TARGET
 * @citations: numbers of cited documents in canonical form, "766/QĐ-TTg"
 * @marks: (element-type DdMark): in the order of the text
 *
 * One directive that a text was found to contain. Nothing is stored by finding it.
 */
typedef struct
{
  DdRow      *directive;
  GPtrArray  *targets;
  char      **citations;
  GArray     *marks;
} DdFinding;

/**
 * DdReading:
 * @document: a row of %DD_KIND_DOCUMENT with what the text says of itself
 * @meeting: a row of %DD_KIND_MEETING with what the text says of the event
 *   that it concludes: day, chair, title, number, sites. Its fields are
 *   unset where the text does not say
 * @attending: names of the units that attended
 * @citations: numbers of all documents that the text cites
 * @findings: (element-type DdFinding): in the order of the text
 *
 * What was understood of one text.
 */
typedef struct
{
  DdRow      *document;
  DdRow      *meeting;
  char      **attending;
  char      **citations;
  GPtrArray  *findings;
} DdReading;

DdFinding *dd_finding_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void       dd_finding_free  (DdFinding *self);
DdReading *dd_reading_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void       dd_reading_free  (DdReading *self);
DdRow     *dd_reading_make_meeting (const DdReading *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdFinding, dd_finding_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdReading, dd_reading_free)

G_END_DECLS
