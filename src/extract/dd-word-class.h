/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DdWordClass:
 *
 * What a phrase of the word lists does in a sentence. Each class is a section
 * of a file in words/, of the same name with - for _.
 */
typedef enum
{
  DD_WORD_FIXED,                /* hides the shorter phrases at its beginning */

  /* words/assigning.txt */
  DD_WORD_ASSIGN,               /* giao, yêu cầu: an assigner to units */
  DD_WORD_ASSIGNING_UNIT,
  DD_WORD_CONCLUDE,             /* kết luận, nhấn mạnh: a chair to all */
  DD_WORD_AS_FOLLOWS,
  DD_WORD_LEAD,                 /* chủ trì */
  DD_WORD_COORDINATE,           /* phối hợp với */
  DD_WORD_CONSULT,              /* trao đổi, thống nhất với */
  DD_WORD_RESPONSIBLE,          /* có trách nhiệm */
  DD_WORD_ASSIGNED,             /* được giao */
  DD_WORD_MODAL,                /* cần, phải */
  DD_WORD_TO_BE_DONE,           /* phải được: it is to be done to the subject */
  DD_WORD_NOT,                  /* không */
  DD_WORD_FORBID,               /* không được */
  DD_WORD_ALLOWED,              /* được: what none may, behind "không ai" */
  DD_WORD_REPORT,               /* báo cáo, trình: before who receives */
  DD_WORD_TOWARDS,              /* về, cho, qua: before who receives */
  DD_WORD_RECEIVED_FOR,         /* để tổng hợp: what the receiver does with it */
  DD_WORD_OUTCOME,              /* kết quả: what is reported */
  DD_WORD_EXTEND,               /* gia hạn: gives a new deadline */
  DD_WORD_DUTY,                 /* nhiệm vụ (của) */
  DD_WORD_MANDATE,              /* thực hiện chức năng */
  DD_WORD_MEETING_OBJECT,       /* what is chaired, not led */

  /* words/discourse.txt */
  DD_WORD_OPENER,               /* đồng thời, bên cạnh đó */
  DD_WORD_ADVERBIAL,            /* để, căn cứ: a phrase up to a comma */
  DD_WORD_ACCORDING,            /* theo đó: what a document says */
  DD_WORD_ASIDE,                /* trong đó: the subject is this sentence's only */
  DD_WORD_TOPIC,                /* về, đối với */
  DD_WORD_CONDITION,            /* trường hợp, nếu */
  DD_WORD_IF,                   /* nếu, in the midst of a sentence */
  DD_WORD_PAST,                 /* đã, đang */
  DD_WORD_SAME_DAY,             /* cùng ngày: what is told was done that day */
  DD_WORD_ONCE,                 /* từng: was asked for some time ago */
  DD_WORD_CONTRAST,             /* tuy nhiên, song: how it stands after all */
  DD_WORD_TALK,                 /* thảo luận tại: others than the chair speak */
  DD_WORD_EARLIER,              /* trước đó: what is told was before this meeting */
  DD_WORD_PURPOSE,              /* để, nhằm: what an order is for */
  DD_WORD_RELATIVE,             /* các đơn vị | còn, chưa, để: which of them */
  DD_WORD_STATE,                /* là, đạt, còn: tells how things are */
  DD_WORD_COPULA,               /* là */
  DD_WORD_PRAISE,               /* ghi nhận, biểu dương */
  DD_WORD_SAY,                  /* cho biết, phát biểu */
  DD_WORD_DECIDE,               /* thống nhất, đồng ý */
  DD_WORD_QUOTING,              /* theo, tại: in front of a document that is quoted */
  DD_WORD_BINDING,              /* nghị định, quy chế: what binds without an order */
  DD_WORD_RECALL,               /* what was assigned elsewhere: do … giao, theo */
  DD_WORD_LAW,                  /* what may be said to assign, too */
  DD_WORD_CLOSING,              /* thông báo để … biết */
  DD_WORD_APPOINT,              /* giữ chức vụ */
  DD_WORD_ABBREVIATION,         /* a point behind it ends no sentence */
  DD_WORD_HANGING,              /* nothing ends with it */
  DD_WORD_CONTENT,              /* theo hướng: what follows is what a draft says */
  DD_WORD_THIS_DOCUMENT,        /* thông báo này */
  DD_WORD_CARRY_OUT,            /* triển khai thực hiện: asks for nothing of its own */
  DD_WORD_ANNOUNCE,             /* thông báo: makes it known */
  DD_WORD_AND,
  DD_WORD_OF,

  /* words/verbs.txt */
  DD_WORD_VERB,
  DD_WORD_SOFT,
  DD_WORD_ADVERB,
  DD_WORD_STOP,                 /* never goes on with a name */

  /* words/units.txt */
  DD_WORD_UNIT_HEAD,            /* sở, ủy ban nhân dân */
  DD_WORD_GROUP_NOUN,           /* ngành, địa phương */
  DD_WORD_QUANTIFIER,           /* các, những */
  DD_WORD_LEVEL,                /* tỉnh, xã */
  DD_WORD_RANK,                 /* xã: 1, tỉnh: 3: how high a unit stands */
  DD_WORD_POST,                 /* giám đốc */
  DD_WORD_SURNAME,
  DD_WORD_PERSON,               /* đồng chí */
  DD_WORD_NAME_PART,            /* đầu tư xây dựng: in a name no verb */
  DD_WORD_TAIL,                 /* liên quan, trên địa bàn */
  DD_WORD_THEN,                 /* thì: behind what is so */
  DD_WORD_CENTRAL,              /* bộ, văn phòng chính phủ: has departments */
  DD_WORD_WHICH,                /* nào */
  DD_WORD_BELONGS,              /* thuộc, của, trực thuộc */
  DD_WORD_PARTICIPANT,          /* đại diện, thứ trưởng: asks, and does not direct */
  DD_WORD_SUPERIOR,             /* Thủ tướng, Chính phủ: assigns, is not assigned to */
  DD_WORD_ANAPHOR,              /* các đơn vị nêu trên */

  /* words/time.txt */
  DD_WORD_DAY,
  DD_WORD_MONTH,
  DD_WORD_YEAR,
  DD_WORD_QUARTER,
  DD_WORD_WEEK,
  DD_WORD_HOUR,
  DD_WORD_MINUTE,
  DD_WORD_ROMAN,
  DD_WORD_WEEKDAY,
  DD_WORD_DAY_AHEAD,            /* hôm nay, ngày mai: so many days ahead */
  DD_WORD_BEFORE,               /* trước */
  DD_WORD_BY,                   /* chậm nhất, đến hết */
  DD_WORD_UNTIL,                /* đến */
  DD_WORD_DONE,                 /* hoàn thành, xong: belongs to the words of a deadline */
  DD_WORD_WITHIN,               /* trong */
  DD_WORD_FROM_NOW,             /* từ nay đến */
  DD_WORD_FROM,                 /* từ */
  DD_WORD_SINCE,                /* kể từ */
  DD_WORD_WITHIN_DAYS,          /* trong vòng */
  DD_WORD_HALF_YEAR,            /* 6 tháng đầu năm: 1, 6 tháng cuối năm: 2 */
  DD_WORD_LAST_MONTHS,          /* các tháng cuối năm */
  DD_WORD_PART,                 /* đầu: 1, giữa: 2, cuối: 3 */
  DD_WORD_THIS,                 /* này, nay */
  DD_WORD_NEXT,                 /* tới, sau */
  DD_WORD_CUTOFF,               /* tính đến: not a deadline */
  DD_WORD_WORKING_DAYS,
  DD_WORD_SIGNING,              /* ký, ban hành: the day of the document itself */
  DD_WORD_RECUR,                /* hằng tháng; the value is a #DdRecurrence */
  DD_WORD_PERIODIC,             /* định kỳ */
  DD_WORD_EACH_TIME,            /* một lần */
  DD_WORD_LAST_MONTH_OF,        /* (của) tháng cuối quý; the value is a #DdRecurrence */
  DD_WORD_EVERY,                /* cứ: each such day */
  DD_WORD_LAST_DAY,             /* ngày cuối cùng */
  DD_WORD_OF_MONTH,             /* của tháng */
  DD_WORD_OLD_DEADLINE,         /* thời hạn cũ */
  DD_WORD_EVENT,                /* trước khi: before or after what it is done */
  DD_WORD_COMPLETION,           /* hoàn thành: with a time, what stands in front is meant */

  /* words/measures.txt */
  DD_WORD_PERCENT,
  DD_WORD_AT_LEAST,
  DD_WORD_MORE_THAN,
  DD_WORD_AT_MOST,
  DD_WORD_LESS_THAN,
  DD_WORD_OR_MORE,              /* trở lên, behind the figure */
  DD_WORD_OR_LESS,              /* trở xuống */
  DD_WORD_REACH,                /* đạt */
  DD_WORD_CHANGE,               /* giảm, tăng */
  DD_WORD_RESULT,               /* the figure behind it was reached already */
  DD_WORD_FINISHED,             /* xong */
  DD_WORD_REGARDING,            /* đối với */
  DD_WORD_HAVING,               /* có */
  DD_WORD_COUNTED,              /* what is counted: hồ sơ, thủ tục */
  DD_WORD_SETTLE,               /* verbs whose counted object is a target */
  DD_WORD_TIME_UNIT,            /* ngày, giờ: what lasts */
  DD_WORD_ENSURE,               /* bảo đảm: makes a limit a target */
  DD_WORD_MEASURE,              /* the value is a #DdMeasure */
  DD_WORD_UNCOUNTED,            /* nội dung: what is counted and no target */
  DD_WORD_NUMBERED,             /* đợt, Đề án: a number behind it is a name */
  DD_WORD_LACKING,              /* quá hạn, còn lại: which of the things counted */
  DD_WORD_MEANS,                /* khen thưởng, gửi: verbs whose object is no outcome */
  DD_WORD_WHOLE,                /* toàn bộ */
  DD_WORD_LENGTH,               /* thời gian: how long it takes */

  /* words/documents.txt */
  DD_WORD_NUMBER_SIGN,          /* số */
  DD_WORD_DOCUMENT_TYPE,
  DD_WORD_SHORT_TYPE,           /* types that are cited by number alone */
  DD_WORD_SCHEME,               /* đề án */
  DD_WORD_LABEL_LEAD,
  DD_WORD_LABEL_COORDINATING,
  DD_WORD_LABEL_DEADLINE,
  DD_WORD_LABEL_PRODUCT,
  DD_WORD_LABEL_OTHER,
  DD_WORD_SECTION_PAST,         /* headings: đánh giá chung, kết quả */
  DD_WORD_SECTION_TALK,         /* ý kiến thảo luận */
  DD_WORD_SECTION_AIMS,         /* mục tiêu, chỉ tiêu */
  DD_WORD_SECTION_TASKS,        /* nhiệm vụ, tổ chức thực hiện */
  DD_WORD_MOTTO,
  DD_WORD_ADDRESSEES,           /* kính gửi */
  DD_WORD_RECIPIENTS,           /* nơi nhận */
  DD_WORD_SUBJECT,              /* v/v */
  DD_WORD_SIGNATURE,            /* KT., TL. */
  DD_WORD_FURNITURE,            /* lines of a web page */
  DD_WORD_FURNITURE_REST,       /* and all behind them */
  DD_WORD_ANNEX,
  DD_WORD_CHAIRED,              /* chủ trì (cuộc họp) */
  DD_WORD_ATTENDED,             /* tham dự */
  DD_WORD_MEETING_LABEL,        /* địa điểm: a line of minutes, see dd-meeting-labels.c */
  DD_WORD_MEETING_NOUN,         /* the value is a #DdMeetingKind */
  DD_WORD_CHAIRED_BY,           /* dưới sự chủ trì của */
  DD_WORD_TAKES_PLACE,          /* diễn ra, tổ chức */
  DD_WORD_TITLE_END,            /* dưới sự: no words of a meeting's title */
  DD_WORD_ACRONYM,
  DD_WORD_CONCLUSION,           /* kết luận (của) */
  DD_WORD_IN_PERSON,            /* trực tiếp */
  DD_WORD_ORDINAL_SIGN,         /* thứ, lần */
  DD_WORD_ORDINAL,              /* thứ nhất */
  DD_WORD_ONLINE,
  DD_WORD_SITE,                 /* điểm cầu */
  DD_WORD_PLACE,                /* tại */
  DD_WORD_HALF_DAY,             /* sáng, chiều */
} DdWordClass;

#define DD_N_WORD_CLASSES (DD_WORD_HALF_DAY + 1)

const char *dd_word_class_get_name (DdWordClass self);

G_END_DECLS
