import { defineType, type HostObject } from './host-object.ts';
import type { HostComment, HostSheet, HostWorkbook } from './model.ts';
import { HostError } from './wire.ts';
import { rangeObject, rectangle } from './range-members.ts';

interface SheetComment {
  readonly sheet: HostSheet;
  readonly comment: HostComment;
}

/** The comments of all sheets, in their order. */
export const comments = defineType<HostWorkbook>('CommentCollection', {
  items: ({ sheets }) => commentsOf(sheets),
  item: ({ sheets }, key) => {
    const found = commentsOf(sheets).find(({ id }) => id === key);
    if (!found) throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
    return found;
  },
});

function commentsOf(sheets: readonly HostSheet[]): readonly HostObject[] {
  return sheets.flatMap((sheet) => sheet.comments.map((comment) => commentObject({ sheet, comment })));
}

const commentObject = defineType<SheetComment>('Comment', {
  id: ({ sheet, comment }) => `{${sheet.id}/${sheet.comments.indexOf(comment)}}`,
  scalars: { AuthorName: ({ comment }) => comment.author, Content: ({ comment }) => comment.content },
  objects: { Replies: ({ comment }) => replies(comment.replies) },
  methods: {
    GetLocation: ({ sheet, comment }) => rangeObject(sheet, rectangle(comment.row, comment.column, 1, 1)),
  },
});

const replies = defineType<HostComment['replies']>('CommentReplyCollection', { items: (all) => all.map(reply) });

const reply = defineType<HostComment['replies'][number]>('CommentReply', {
  scalars: { AuthorName: ({ author }) => author, Content: ({ content }) => content },
});
