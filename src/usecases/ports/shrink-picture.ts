import type { CleanPicture } from '../../domain/image/picture.ts';

/** Makes a picture smaller, so that no side has more than `side` pixels; undefined where the host cannot. It never fails. */
export type ShrinkPicture = (picture: CleanPicture, side: number) => Promise<CleanPicture | undefined>;

/** Stores a picture upright that a camera stored on its side; undefined where the host cannot. It never fails. */
export type TurnUpright = (picture: CleanPicture) => Promise<CleanPicture | undefined>;
