/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-reading"

#include "dd-reading.h"

DdFinding *
dd_finding_new (void)
{
  DdFinding *self = g_new0 (DdFinding, 1);

  self->directive = dd_row_new (DD_KIND_DIRECTIVE);
  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_row_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (DdMark));

  return self;
}

void
dd_finding_free (DdFinding *self)
{
  if (self == NULL)
    return;

  dd_row_free (self->directive);
  g_ptr_array_unref (self->targets);
  g_strfreev (self->citations);
  g_array_unref (self->marks);
  g_free (self);
}

DdReading *
dd_reading_new (void)
{
  DdReading *self = g_new0 (DdReading, 1);

  self->document = dd_row_new (DD_KIND_DOCUMENT);
  self->meeting = dd_row_new (DD_KIND_MEETING);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_finding_free);

  return self;
}

void
dd_reading_free (DdReading *self)
{
  if (self == NULL)
    return;

  dd_row_free (self->document);
  dd_row_free (self->meeting);
  g_strfreev (self->attending);
  g_strfreev (self->citations);
  g_ptr_array_unref (self->findings);
  g_free (self);
}
