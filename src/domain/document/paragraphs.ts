import type { ParagraphPlan, ParagraphStyle } from './plan.ts';

/** A paragraph of a style. */
export function paragraph(style: ParagraphStyle, text: string): ParagraphPlan {
  return { kind: 'paragraph', style, text };
}

/** A paragraph of one style for each text. */
export function paragraphs(style: ParagraphStyle, texts: readonly string[]): readonly ParagraphPlan[] {
  return texts.map((text) => paragraph(style, text));
}
