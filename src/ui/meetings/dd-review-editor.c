/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "dd-review-editor"

#include "config.h"

#include "dd-review-editor.h"

#include "dd-directive.h"
#include "dd-facts.h"
#include "dd-focus.h"
#include "dd-review-fields.h"
#include "dd-review-task-fields.h"
#include "dd-target.h"

#include <glib/gi18n-lib.h>

/**
 * DdReviewEditor:
 *
 * All that can be corrected of a clause. What is typed is in the review at once;
 * there is nothing to save. A clause that is divided has the fields of each task.
 */
struct _DdReviewEditor
{
  GtkWidget        parent_instance;

  DdSession       *session;
  DdReview        *review;
  guint            clause;

  DdReviewFields  *reason;      /* shown while no task is made */
  GPtrArray       *tasks;       /* of DdReviewTaskFields; borrowed */
  DdReviewFields  *fields;      /* of the directive */
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
  { DD_DIRECTIVE_ORDINAL, DD_DIRECTIVE_KIND },
};

static void
fields_changed_cb (DdReviewEditor *self)
{
  g_autoptr (DdRow) reasoned = dd_review_fields_read (self->reason, get_draft (self)->directive);
  g_autoptr (DdRow) directive = dd_review_fields_read (self->fields, reasoned);

  self->writing = TRUE;
  dd_review_set_directive (self->review, self->clause, DD_REVIEW_WHOLE, directive);
  self->writing = FALSE;
}

static void
remove_part_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DdReviewEditor *self = DD_REVIEW_EDITOR (widget);

  dd_review_remove_part (self->review, self->clause, g_variant_get_uint32 (parameter));
}

static void
divide_clicked_cb (DdReviewEditor *self)
{
  dd_review_divide (self->review, self->clause);
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
clause_changed_cb (DdReviewEditor *self,
                   guint           clause)
{
  if (clause == self->clause)
    show_reason (self);
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
append_part_heading (DdReviewEditor *self,
                     guint           part,
                     guint           n_parts)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: which of the tasks of a clause. */
  g_autofree char *text = g_strdup_printf (_("Task %u of %u"), part + 1, n_parts);
  g_autofree char *hint = g_strdup_printf (_("Remove Task %u"), part + 1);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_add_css_class (heading, "review-part");
  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", part);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "editor.remove-part");
  gtk_box_append (GTK_BOX (heading), label);
  gtk_box_append (GTK_BOX (heading), button);
  append (self, heading);
}

static void
append_task (DdReviewEditor *self,
             int             part)
{
  GtkWidget *fields = dd_review_task_fields_new (self->session, self->review, self->clause, part);

  append (self, fields);
  g_ptr_array_add (self->tasks, fields);
}

static void
append_tasks (DdReviewEditor *self)
{
  const DdDraft *draft = get_draft (self);
  GtkWidget *button = gtk_button_new_with_label (draft->parts == NULL
                                                 ? _("Divide into Several Tasks")
                                                 : _("One More Task"));

  if (draft->parts == NULL)
    append_task (self, DD_REVIEW_WHOLE);
  for (guint i = 0; draft->parts != NULL && i < draft->parts->len; i++)
    {
      append_part_heading (self, i, draft->parts->len);
      append_task (self, (int) i);
    }

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (divide_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  append (self, button);
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

/* --- the object ----------------------------------------------------------- */

/* Whoever opens a clause that makes no task wants to say why. */
static gboolean
dd_review_editor_grab_focus (GtkWidget *widget)
{
  DdReviewEditor *self = DD_REVIEW_EDITOR (widget);

  if (!get_draft (self)->make_tasks &&
      gtk_widget_child_focus (GTK_WIDGET (self->reason), GTK_DIR_TAB_FORWARD))
    return TRUE;

  return gtk_widget_grab_focus (self->tasks->pdata[0]);
}

static void
dd_review_editor_dispose (GObject *object)
{
  DdReviewEditor *self = DD_REVIEW_EDITOR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
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
  gtk_widget_class_install_action (widget_class, "editor.remove-part", "u", remove_part_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
dd_review_editor_init (DdReviewEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->tasks = g_ptr_array_new ();
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

  self->session = g_object_ref (session);
  self->review = g_object_ref (review);
  self->clause = clause;

  self->reason = append_fields (self, reason_pairs, G_N_ELEMENTS (reason_pairs));
  append_tasks (self);
  self->fields = append_fields (self, field_pairs, G_N_ELEMENTS (field_pairs));
  append_facts (self);
  g_signal_connect_object (review, "clause-changed", G_CALLBACK (clause_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_reason (self);

  return GTK_WIDGET (self);
}

/**
 * dd_review_editor_set_clause:
 *
 * Tells that the clause has another number now.
 */
void
dd_review_editor_set_clause (DdReviewEditor *self,
                             guint           clause)
{
  g_return_if_fail (DD_IS_REVIEW_EDITOR (self));

  self->clause = clause;
  for (guint i = 0; i < self->tasks->len; i++)
    dd_review_task_fields_set_clause (self->tasks->pdata[i], clause);
}

/**
 * dd_review_editor_get_writing:
 *
 * Returns: whether what changes just now was done here
 */
gboolean
dd_review_editor_get_writing (DdReviewEditor *self)
{
  gboolean writing;

  g_return_val_if_fail (DD_IS_REVIEW_EDITOR (self), FALSE);

  writing = self->writing;
  for (guint i = 0; i < self->tasks->len; i++)
    writing |= dd_review_task_fields_get_writing (self->tasks->pdata[i]);

  return writing;
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

  for (guint i = 0; i < self->tasks->len; i++)
    if (!dd_review_task_fields_check (self->tasks->pdata[i]))
      return FALSE;

  return dd_review_fields_check (self->reason, get_draft (self)->directive) &&
         dd_review_fields_check (self->fields, get_draft (self)->directive);
}

/**
 * dd_review_editor_fill_in:
 *
 * Puts the focus where the first thing is missing.
 */
void
dd_review_editor_fill_in (DdReviewEditor *self)
{
  g_return_if_fail (DD_IS_REVIEW_EDITOR (self));

  for (guint i = 0; i < self->tasks->len; i++)
    if (dd_review_task_fields_fill_in (self->tasks->pdata[i]))
      return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
