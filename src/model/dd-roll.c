/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-roll"

#include "config.h"

#include "dd-roll.h"

#include <glib/gi18n-lib.h>

static void
entry_free (gpointer data)
{
  DdRollEntry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

/**
 * dd_unit_member_is_valid:
 * @member: a row of %DD_KIND_UNIT_MEMBER
 *
 * Returns: whether they belonged to the body on that day; both ends count
 */
gboolean
dd_unit_member_is_valid (const DdRow *member,
                         DdDay        day)
{
  DdDay from = dd_row_get_day (member, DD_UNIT_MEMBER_VALID_FROM);
  DdDay to = dd_row_get_day (member, DD_UNIT_MEMBER_VALID_TO);

  return (from == DD_DAY_NONE || from <= day) && (to == DD_DAY_NONE || day <= to);
}

/* --- who is whom ---------------------------------------------------------- */

/* How sure it is that a mark is of a member, best first. Lists that were kept before
 * there were members name units alone. */
typedef enum
{
  MATCH_BOTH,
  MATCH_PERSON,
  MATCH_UNIT,
  N_MATCHES
} Match;

static gboolean
matches (const DdRow *member,
         const DdRow *mark,
         Match        match)
{
  gint64 person = dd_row_get_reference (member, DD_UNIT_MEMBER_PERSON);
  gint64 unit = dd_row_get_reference (member, DD_UNIT_MEMBER_UNIT);
  gint64 marked_person = dd_row_get_reference (mark, DD_ATTENDANCE_PERSON);
  gint64 marked_unit = dd_row_get_reference (mark, DD_ATTENDANCE_UNIT);

  switch (match)
    {
    case MATCH_BOTH:
      return person == marked_person && unit == marked_unit;
    case MATCH_PERSON:
      return person != 0 && person == marked_person;
    case MATCH_UNIT:
    case N_MATCHES:
    default:
      return unit != 0 && unit == marked_unit && (person == 0 || marked_person == 0);
    }
}

/* A mark is of one member, and a member has one. */
static void
match_marks (GPtrArray *entries,
             GPtrArray *marks,
             gboolean  *used)
{
  for (Match match = 0; match < N_MATCHES; match++)
    for (guint i = 0; i < entries->len; i++)
      {
        DdRollEntry *entry = entries->pdata[i];

        for (guint j = 0; entry->mark == NULL && j < marks->len; j++)
          if (!used[j] && matches (entry->member, marks->pdata[j], match))
            {
              entry->mark = marks->pdata[j];
              used[j] = TRUE;
            }
      }
}

static DdRollState
get_state (const DdRow *mark)
{
  if (mark == NULL)
    return DD_ROLL_STATE_ABSENT;

  switch ((DdAttendanceState) dd_row_get_choice (mark, DD_ATTENDANCE_STATE))
    {
    case DD_ATTENDANCE_STATE_PRESENT:
      return DD_ROLL_STATE_PRESENT;
    case DD_ATTENDANCE_STATE_DEPUTISED:
      return DD_ROLL_STATE_DEPUTISED;
    case DD_ATTENDANCE_STATE_EXCUSED:
      return DD_ROLL_STATE_EXCUSED;
    case DD_ATTENDANCE_STATE_ABSENT:
    default:
      return DD_ROLL_STATE_ABSENT;
    }
}

static char *
make_name (const char *person,
           const char *unit)
{
  if (person == NULL || unit == NULL)
    return g_strdup (person != NULL ? person : unit != NULL ? unit : "");

  /* Translators: the name of a person, then their unit. */
  return g_strdup_printf (C_("attendance", "%s (%s)"), person, unit);
}

static void
name_entry (DdRollEntry *entry)
{
  if (entry->member != NULL)
    entry->name = make_name (dd_row_get_text (entry->member, DD_UNIT_MEMBER_PERSON_NAME),
                             dd_row_get_text (entry->member, DD_UNIT_MEMBER_UNIT_NAME));
  else
    entry->name = make_name (dd_row_get_text (entry->mark, DD_ATTENDANCE_PERSON_NAME),
                             dd_row_get_text (entry->mark, DD_ATTENDANCE_UNIT_NAME));
}

static int
compare_roles (gconstpointer a,
               gconstpointer b)
{
  const DdRollEntry *first = *(const DdRollEntry * const *) a;
  const DdRollEntry *second = *(const DdRollEntry * const *) b;
  int by_role = (int) dd_row_get_choice (first->member, DD_UNIT_MEMBER_ROLE) -
                (int) dd_row_get_choice (second->member, DD_UNIT_MEMBER_ROLE);
  gint64 by_entry = dd_row_get_id (first->member) - dd_row_get_id (second->member);

  return by_role != 0 ? by_role : by_entry < 0 ? -1 : by_entry > 0;
}

/**
 * dd_roll_new:
 * @members: (element-type DdRow): all members that the body ever had
 * @marks: (element-type DdRow): the attendance of the meeting
 * @day: of the meeting: who was a member then is expected
 *
 * Returns: (transfer full): who was there and who was not
 */
DdRoll *
dd_roll_new (GPtrArray *members,
             GPtrArray *marks,
             DdDay      day)
{
  DdRoll *self = g_new0 (DdRoll, 1);
  g_autofree gboolean *used = g_new0 (gboolean, marks->len + 1);

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  for (guint i = 0; i < members->len; i++)
    if (dd_unit_member_is_valid (members->pdata[i], day))
      {
        DdRollEntry *entry = g_new0 (DdRollEntry, 1);

        entry->member = members->pdata[i];
        g_ptr_array_add (self->entries, entry);
      }
  g_ptr_array_sort (self->entries, compare_roles);
  self->n_members = self->entries->len;
  match_marks (self->entries, marks, used);

  for (guint i = 0; i < marks->len; i++)
    if (!used[i])
      {
        DdRollEntry *entry = g_new0 (DdRollEntry, 1);

        entry->mark = marks->pdata[i];
        g_ptr_array_add (self->entries, entry);
      }

  for (guint i = 0; i < self->entries->len; i++)
    {
      DdRollEntry *entry = self->entries->pdata[i];

      entry->state = get_state (entry->mark);
      name_entry (entry);
      if (entry->member != NULL || self->n_members == 0)
        self->counts[entry->state]++;
      else if (entry->state == DD_ROLL_STATE_PRESENT || entry->state == DD_ROLL_STATE_DEPUTISED)
        self->n_guests++;
    }

  return self;
}

/**
 * dd_roll_free:
 * @self: (nullable): the roll
 */
void
dd_roll_free (DdRoll *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * dd_roll_get_n_present:
 *
 * Returns: how many came, themselves or by a deputy, guests among them
 */
guint
dd_roll_get_n_present (const DdRoll *self)
{
  return self->counts[DD_ROLL_STATE_PRESENT] + self->counts[DD_ROLL_STATE_DEPUTISED] +
         self->n_guests;
}

/* --- in words ------------------------------------------------------------- */

static void
append_part (GString *text,
             char    *part)
{
  if (text->len > 0)
    g_string_append (text, C_("list", ", "));
  g_string_append (text, part);
  g_free (part);
}

static char *
list_names (const DdRoll *self,
            DdRollState   state)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const DdRollEntry *entry = self->entries->pdata[i];

      if (entry->state == state && (entry->member != NULL || self->n_members == 0))
        {
          if (names->len > 0)
            g_string_append (names, C_("list of names", "; "));
          g_string_append (names, entry->name);
        }
    }

  return g_string_free (names, FALSE);
}

/**
 * dd_roll_to_text:
 *
 * Returns: (transfer full): "18 present of 22, 3 of them by deputies, 2 excused, 2 absent:
 *   Sở Y tế; Công an tỉnh"; "" if nobody was expected and nobody came
 */
char *
dd_roll_to_text (const DdRoll *self)
{
  guint total = self->n_members > 0 ? self->n_members : self->entries->len;
  guint deputised = self->counts[DD_ROLL_STATE_DEPUTISED];
  guint excused = self->counts[DD_ROLL_STATE_EXCUSED];
  guint absent = self->counts[DD_ROLL_STATE_ABSENT];
  guint present = self->counts[DD_ROLL_STATE_PRESENT] + deputised;
  GString *text = g_string_new (NULL);
  g_autofree char *names = NULL;

  if (total == 0 && self->n_guests == 0)
    return g_string_free (text, FALSE);

  /* Translators: two numbers: "18 present of 22". */
  append_part (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u present of %u",
                                                   "%u present of %u", present), present, total));
  if (deputised > 0)
    append_part (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of them by a deputy",
                                                     "%u of them by deputies", deputised),
                                        deputised));
  if (self->n_guests > 0)
    append_part (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u guest", "%u guests",
                                                     self->n_guests), self->n_guests));
  if (excused > 0)
    append_part (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u excused", "%u excused",
                                                     excused), excused));
  if (absent == 0)
    return g_string_free (text, FALSE);

  names = list_names (self, DD_ROLL_STATE_ABSENT);
  /* Translators: how many are absent, and who: "2 absent: Sở Y tế; Công an tỉnh". */
  append_part (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u absent: %s",
                                                   "%u absent: %s", absent), absent, names));

  return g_string_free (text, FALSE);
}
