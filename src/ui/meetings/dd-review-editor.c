/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-editor"

#include "config.h"

#include "dd-review-editor.h"

#include "dd-directive.h"
#include "dd-facts.h"
#include "dd-focus.h"
#include "dd-form-line.h"
#include "dd-reference-list.h"
#include "dd-review-fields.h"
#include "dd-target.h"

#include <glib/gi18n-lib.h>

/**
 * DdReviewEditor:
 *
 * All that can be corrected of a clause. What is typed is in the review at once;
 * there is nothing to save.
 */
struct _DdReviewEditor
{
  GtkWidget        parent_instance;

  DdSession       *session;
  DdReview        *review;
  guint            clause;

  DdReviewFields  *fields;      /* of the directive */
  GtkTextBuffer   *content;
  GtkWidget       *content_view;
  DdReferenceList *leads;
  DdReferenceList *coordinating;
  DdReviewFields  *reason;      /* shown while no task is made */
  gboolean         writing;     /* while what was typed is put into the review */
};

G_DEFINE_FINAL_TYPE (DdReviewEditor, dd_review_editor, GTK_TYPE_WIDGET)

static const DdDraft *
get_draft (DdReviewEditor *self)
{
  return dd_review_get_draft (self->review, self->clause);
}

/* --- into the review ------------------------------------------------------ */

static const DdReviewFieldPair reason_pairs[] = {
  { DD_DIRECTIVE_NO_TASK_REASON, -1,
    N_("Left empty, the clause waits in the ledger until it is assigned.") },
};

static const DdReviewFieldPair field_pairs[] = {
  { DD_DIRECTIVE_DEADLINE, DD_DIRECTIVE_DEADLINE_KIND },
  { DD_DIRECTIVE_RECURRENCE, DD_DIRECTIVE_RECURRENCE_DAY },
  { DD_DIRECTIVE_ORDINAL, DD_DIRECTIVE_KIND },
};

static void
fields_changed_cb (DdReviewEditor *self)
{
  g_autoptr (DdRow) reasoned = dd_review_fields_read (self->reason, get_draft (self)->directive);
  g_autoptr (DdRow) directive = dd_review_fields_read (self->fields, reasoned);

  /* A day without a kind would say nothing. */
  if (dd_row_is_set (directive, DD_DIRECTIVE_DEADLINE) &&
      dd_row_get_choice (directive, DD_DIRECTIVE_DEADLINE_KIND) == DD_DEADLINE_KIND_NONE)
    {
      dd_row_set_choice (directive, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_BY);
      dd_review_fields_set_choice (self->fields, DD_DIRECTIVE_DEADLINE_KIND, DD_DEADLINE_KIND_BY);
    }

  self->writing = TRUE;
  dd_review_set_directive (self->review, self->clause, directive);
  self->writing = FALSE;
}

static void
content_changed_cb (DdReviewEditor *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->content, &start, &end);
  text = gtk_text_buffer_get_text (self->content, &start, &end, TRUE);
  self->writing = TRUE;
  dd_review_set_content (self->review, self->clause, text);
  self->writing = FALSE;
}

static void
units_changed_cb (DdReviewEditor  *self,
                  DdReferenceList *list)
{
  g_autoptr (GPtrArray) units = dd_draft_units_new ();

  for (guint i = 0; i < dd_reference_list_get_size (list); i++)
    g_ptr_array_add (units, dd_draft_unit_new (dd_reference_list_get_name (list, i),
                                               dd_reference_list_get_id (list, i)));

  self->writing = TRUE;
  dd_review_set_clause_units (self->review, self->clause, list == self->leads, units);
  self->writing = FALSE;
}

/* --- out of the review ---------------------------------------------------- */

/* A kind may bring its reason along; the tick decides whether one is asked for. */
static void
show_reason (DdReviewEditor *self)
{
  const DdDraft *draft = get_draft (self);

  gtk_widget_set_visible (GTK_WIDGET (self->reason), !draft->make_tasks);
  if (!draft->make_tasks)
    dd_review_fields_set_text (self->reason, DD_DIRECTIVE_NO_TASK_REASON,
                               dd_row_get_text (draft->directive, DD_DIRECTIVE_NO_TASK_REASON));
}

static void
fill_units (DdReviewEditor  *self,
            DdReferenceList *list,
            GPtrArray       *units)
{
  g_signal_handlers_block_by_func (list, units_changed_cb, self);
  dd_reference_list_clear (list);
  for (guint i = 0; i < units->len; i++)
    {
      const DdDraftUnit *unit = units->pdata[i];
      DdReviewUnits *known = dd_review_get_units (self->review);
      gint64 id = dd_review_units_get_id (known, unit);
      const char *name = id != 0 ? dd_review_units_get_name (known, id) : NULL;

      dd_reference_list_add (list, id, name != NULL ? name : unit->name);
    }
  g_signal_handlers_unblock_by_func (list, units_changed_cb, self);
}

static void
clause_changed_cb (DdReviewEditor *self,
                   guint           clause)
{
  if (clause != self->clause)
    return;

  show_reason (self);
  if (self->writing)
    return;

  fill_units (self, self->leads, get_draft (self)->leads);
  fill_units (self, self->coordinating, get_draft (self)->coordinating);
}

/* --- making it ------------------------------------------------------------ */

static void
append (DdReviewEditor *self,
        GtkWidget      *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static DdReviewFields *
append_fields (DdReviewEditor          *self,
               const DdReviewFieldPair *pairs,
               guint                    n_pairs)
{
  GtkWidget *fields = dd_review_fields_new (self->session, get_draft (self)->directive, pairs,
                                            n_pairs);

  g_signal_connect_object (fields, "changed", G_CALLBACK (fields_changed_cb), self,
                           G_CONNECT_SWAPPED);
  append (self, fields);

  return DD_REVIEW_FIELDS (fields);
}

static void
append_content (DdReviewEditor *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());

  self->content_view = GTK_WIDGET (view);
  self->content = gtk_text_view_get_buffer (view);
  gtk_text_buffer_set_text (self->content, get_draft (self)->content, -1);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, 8);
  gtk_text_view_set_right_margin (view, 8);
  gtk_text_view_set_top_margin (view, 6);
  gtk_text_view_set_bottom_margin (view, 6);
  g_signal_connect_object (self->content, "changed", G_CALLBACK (content_changed_cb), self,
                           G_CONNECT_SWAPPED);
  append (self, dd_form_line_new_with_widget (_("Content of the task"), self->content_view));
}

static DdReferenceList *
append_units (DdReviewEditor *self,
              const char     *label,
              GPtrArray      *units)
{
  DdReferenceList *list = DD_REFERENCE_LIST (dd_reference_list_new (self->session, DD_KIND_UNIT));

  g_signal_connect_object (list, "changed", G_CALLBACK (units_changed_cb), self, G_CONNECT_SWAPPED);
  fill_units (self, list, units);
  append (self, dd_form_line_new_with_widget (label, GTK_WIDGET (list)));

  return list;
}

/* What was recognised beside, to be looked at. */
static void
append_facts (DdReviewEditor *self)
{
  const DdDraft *draft = get_draft (self);
  DdFacts *facts = g_object_new (DD_TYPE_FACTS, NULL);
  g_autoptr (GString) targets = g_string_new (NULL);
  g_autofree char *citations = NULL;

  for (guint i = 0; i < draft->targets->len; i++)
    g_string_append_printf (targets, "%s%s", i > 0 ? "\n" : "",
                            dd_row_get_text (draft->targets->pdata[i], DD_TARGET_TEXT));
  if (draft->citations != NULL)
    citations = g_strjoinv ("\n", draft->citations);

  dd_facts_add_field (facts, draft->directive, DD_DIRECTIVE_DEADLINE_TEXT);
  dd_facts_add_field (facts, draft->directive, DD_DIRECTIVE_ASSIGNER);
  dd_facts_add_field (facts, draft->directive, DD_DIRECTIVE_REPORT_TO);
  dd_facts_add (facts, _("Targets"), targets->str);
  dd_facts_add (facts, _("Cited documents"), citations);
  append (self, GTK_WIDGET (facts));
}

/* Keys that move through the list of cards mean nothing while one is edited:
 * a slip would close the editor. */
static gboolean
key_pressed_cb (DdReviewEditor  *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Whoever opens a clause that makes no task wants to say why. */
static gboolean
dd_review_editor_grab_focus (GtkWidget *widget)
{
  DdReviewEditor *self = DD_REVIEW_EDITOR (widget);

  if (!get_draft (self)->make_tasks &&
      gtk_widget_child_focus (GTK_WIDGET (self->reason), GTK_DIR_TAB_FORWARD))
    return TRUE;

  return gtk_widget_grab_focus (self->content_view);
}

static void
dd_review_editor_dispose (GObject *object)
{
  DdReviewEditor *self = DD_REVIEW_EDITOR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (dd_review_editor_parent_class)->dispose (object);
}

static void
dd_review_editor_class_init (DdReviewEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_review_editor_dispose;
  widget_class->focus = dd_focus_move;
  widget_class->grab_focus = dd_review_editor_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
dd_review_editor_init (DdReviewEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
dd_review_editor_new (DdSession *session,
                      DdReview  *review,
                      guint      clause)
{
  DdReviewEditor *self = g_object_new (DD_TYPE_REVIEW_EDITOR, NULL);
  const DdDraft *draft;

  self->session = g_object_ref (session);
  self->review = g_object_ref (review);
  self->clause = clause;
  draft = get_draft (self);

  self->reason = append_fields (self, reason_pairs, G_N_ELEMENTS (reason_pairs));
  append_content (self);
  self->leads = append_units (self, _("Lead (each unit gets a task of its own)"), draft->leads);
  self->coordinating = append_units (self, _("Coordinating"), draft->coordinating);
  self->fields = append_fields (self, field_pairs, G_N_ELEMENTS (field_pairs));
  append_facts (self);
  g_signal_connect_object (review, "clause-changed", G_CALLBACK (clause_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_reason (self);

  return GTK_WIDGET (self);
}

/**
 * dd_review_editor_check:
 *
 * Returns: whether all that is typed is in the review; else the first line that
 *   is not has the focus, and each says why
 */
gboolean
dd_review_editor_check (DdReviewEditor *self)
{
  g_return_val_if_fail (DD_IS_REVIEW_EDITOR (self), FALSE);

  return dd_review_fields_check (self->reason, get_draft (self)->directive) &&
         dd_review_fields_check (self->fields, get_draft (self)->directive);
}
