import { guide as data } from 'virtual:guide-data';
import { unpackGuide, type PackedGuide } from '../../guide/tree/packed-guide.ts';

/** The guide for the scripts of its pages; titles of outcomes are not in it. */
export const guide = unpackGuide(data() as PackedGuide);
