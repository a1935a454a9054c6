import { errorAt, numberFaults, parseDate, parseUnit, percentOfWhole, positive } from '@slipstream/quantity';
import { describe, expect, it } from 'vitest';
import { findingSentence, type Reader } from './finding-sentence.ts';
import type { Calendar } from './format.ts';
import type { Language } from './languages.ts';
import { serverTranslators } from './server.ts';

function reader(language: Language, calendar: Calendar = 'gregorian'): Reader {
  const translate = serverTranslators[language].getFixedT(language) as unknown as Reader['translate'];
  return { translate, language, calendar };
}
const zh = reader('zh-TW', 'roc');
const en = reader('en');

describe('a finding as a sentence', () => {
  it('says what was typed and what to write instead', () => {
    const [finding] = parseDate('3/8').findings;
    expect(finding && findingSentence(finding, zh)).toBe('「3/8」只有年和月。請補上是哪一日。');
    expect(finding && findingSentence(finding, en)).toBe('“3/8” has a year and a month only. Add the day.');
  });

  it('names the bounds that hold, and only those', () => {
    const [above] = numberFaults(0, positive, []);
    const [within] = numberFaults(101.23456, percentOfWhole, []);
    expect(above && findingSentence(above, zh)).toBe('0 不在可以填的範圍（大於 0）。請檢查數字和單位。');
    expect(within && findingSentence(within, en)).toBe(
      '101.2 is outside what can be entered (at least 0, at most 100). Check the number and its unit.',
    );
    expect(findingSentence(errorAt('value.outOfDomain', [], { value: 0 }), zh)).toBe(
      '0 不在可以填的範圍。請檢查數字和單位。',
    );
  });

  it('asks where a reading was taken, and says so where none was', () => {
    const [asked] = parseUnit('噸').findings;
    const [refused] = parseUnit('Mg').findings;
    expect(asked && findingSentence(asked, zh)).toBe(
      '單位「噸」先當作「公噸」，對嗎？不對的話，請改寫成確切的單位。',
    );
    expect(refused && findingSentence(refused, zh)).toBe('單位「Mg」可能是 mg、公噸。請改寫成您要的那一個。');
  });

  it('writes dates in the calendar of the reader', () => {
    const finding = errorAt('supplierRequest.dueDatePast', [], {
      dueDate: '2022-03-08',
      today: '2022-03-10',
    });
    expect(findingSentence(finding, zh)).toContain('（111 年 3 月 8 日）');
    expect(findingSentence(finding, reader('zh-TW'))).toContain('（2022 年 3 月 8 日）');
    expect(findingSentence(finding, en)).toContain('(8 Mar 2022)');
  });

  it.each([
    ['allocation.reasonMissing', { basis: 'economicValue' }, '以「產值」分配'],
    ['stage.illegal', { stage: 'manufacturing', productKind: 'service' }, '沒有「製造」階段'],
    [
      'table.columnGuessed',
      { column: 'C', header: '品名規格', field: 'name' },
      'C 欄「品名規格」當作「名稱」',
    ],
    [
      'comparison.boundaryDiffers',
      { reference: 'cradleToGate', other: 'cradleToGrave' },
      '搖籃到大門，另一個是搖籃到墳墓',
    ],
    ['unit.incompatible', { from: 'galUS', to: 'kWh' }, '「美制加侖」不能換算成「kWh」'],
    ['guidance.teamIncomplete', { role: 'expert' }, '還缺專家'],
  ])('names the codes in the values of %s', (code, values, part) => {
    expect(findingSentence(errorAt(code, [], values), zh)).toContain(part);
  });

  it('shows what people typed to the letter', () => {
    for (const unit of ['<b>kg</b>', '$t(terms:unit.t)', '{{unit}}', 'a.b:c', 'constructor'])
      expect(findingSentence(errorAt('unit.unknown', [], { unit }), en)).toContain(`“${unit}”`);
  });

  it('leaves a value out that is not known', () => {
    const finding = errorAt('sheet.perUnitMissing', [], { cell: 'F7', proposed: 0.1 + 0.2, unit: null });
    expect(findingSentence(finding, en)).toContain('is 0.3. Enter this?');
    expect(findingSentence(finding, zh)).toContain('是 0.3，要這樣填嗎？');
  });
});
