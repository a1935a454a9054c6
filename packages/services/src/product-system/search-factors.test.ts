import { starterFactors } from '@slipstream/factor-library/starter';
import { expect, it } from 'vitest';
import { searchFactors } from './search-factors.ts';

it.each(['電力', 'electricity', '鋁', 'steel'])(
  'finds “%s” in either language, at home and newest first',
  (word) => {
    const found = searchFactors(word);
    expect(found.length).toBeGreaterThan(1);
    const rank = ({ geography, referenceYear }: (typeof found)[number]) =>
      (['GLO', 'TW'].indexOf(geography ?? '') + 1) * 10_000 + (referenceYear ?? 0);
    expect(found.map(rank)).toEqual(found.map(rank).toSorted((one, other) => other - one));
    for (const { name, nameEnglish } of found)
      expect(`${name} ${nameEnglish}`.toLowerCase()).toContain(word.toLowerCase());
  },
);

it('tells factors and where they come from to readers of both languages', () => {
  const [steel] = searchFactors('不銹鋼冷軋304-2B');
  expect(steel).toMatchObject({
    name: '不銹鋼冷軋304-2B',
    nameEnglish: expect.stringMatching(/^[\x20-\x7e]+$/),
    source: expect.stringContaining('MOENV product carbon footprint DB'),
    sourceChinese: expect.stringContaining('環境部產品碳足跡資訊網'),
  });
});

it('has every source of Taiwan in Chinese, and every name in English', () => {
  const home = starterFactors.filter(({ geography }) => geography === 'TW');
  expect(
    home.filter(({ sourceZh }) => !/\p{Script=Han}/u.test(sourceZh ?? '')).map(({ source }) => source),
  ).toEqual([]);
  expect(starterFactors.filter(({ nameEn }) => /\p{Script=Han}/u.test(nameEn)).map(({ id }) => id)).toEqual(
    [],
  );
});
