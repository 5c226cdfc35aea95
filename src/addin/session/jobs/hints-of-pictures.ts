import { PICTURES_SHEET } from '../../../domain/master/sheet-names.ts';
import type { SheetsPut } from '../../../usecases/ports/workbook-host.ts';
import type { Hint } from '../notice.ts';
import type { CollectedAnswers } from '../session-state.ts';

/** Hints about pictures that were lost when a report replaced another. */
export function hintsOfPictures(
  { withoutPictures }: Pick<SheetsPut, 'withoutPictures'>,
  { withoutEarlierPictures }: Pick<CollectedAnswers, 'withoutEarlierPictures'>,
): readonly Hint[] {
  const sheet = PICTURES_SHEET;
  return [
    ...(withoutPictures ? [['pictures-not-put', { sheet }] as const] : []),
    ...(withoutEarlierPictures ? [['pictures-not-read', { sheet }] as const] : []),
  ];
}
