import { expect, test } from 'vitest';
import { axisLabel, cityOf, clockIn, dayIn, offsetIn, timeIn, zoneLabel } from '../../../../src/islands/kit/zone.ts';

test('one moment reads differently in each zone', () => {
  expect(['UTC', 'America/New_York', '-03:00', 'Asia/Kolkata'].map((zone) => timeIn(zone, '2025-08-14T02:05:00Z'))).toEqual([
    '14 Aug 2025 02:05',
    '13 Aug 2025 22:05',
    '13 Aug 2025 23:05',
    '14 Aug 2025 07:35',
  ]);
});

test('a zone is called by its city', () => {
  expect(['UTC', 'America/New_York', 'America/Argentina/Buenos_Aires'].map(cityOf)).toEqual(['UTC', 'New York', 'Buenos Aires']);
});

test('what is no time is shown as it is', () => {
  expect([timeIn, dayIn, clockIn].map((told) => told('UTC', 'soon'))).toEqual(['soon', 'soon', 'soon']);
});

test('the label of a zone follows summer time', () => {
  expect([
    zoneLabel('Europe/Berlin', '2025-08-14T00:00:00Z'),
    zoneLabel('Europe/Berlin', '2025-01-14T00:00:00Z'),
    zoneLabel('Asia/Kolkata'),
  ]).toEqual(['UTC+2', 'UTC+1', 'UTC+5:30']);
  expect([zoneLabel('-03:00'), zoneLabel('UTC')]).toEqual(['UTC−3', 'UTC']);
});

test('offsets are minutes ahead of UTC', () => {
  expect([offsetIn('UTC', 0), offsetIn('-03:30', 0), offsetIn('Asia/Kolkata', 0)]).toEqual([0, -210, 330]);
});

test('a time axis names the day at midnight and at its first mark', () => {
  const noon = Date.UTC(2025, 7, 14, 12);
  expect([
    axisLabel('UTC', noon, 3600, false),
    axisLabel('UTC', noon, 3600, true),
    axisLabel('UTC', noon + 43_200_000, 3600, false),
    axisLabel('UTC', noon, 86_400, false),
  ]).toEqual(['12:00', '12:00\n14 Aug', '00:00\n15 Aug', '14 Aug']);
});
