import { join } from 'node:path';
import * as factorLibrary from '@slipstream/factor-library';
import * as footprint from '@slipstream/footprint';
import * as inventorySheet from '@slipstream/inventory-sheet';
import * as programme from '@slipstream/programme';
import * as quantity from '@slipstream/quantity';
import * as services from '@slipstream/services';
import * as stateMachine from '@slipstream/state-machine';
import { describe, expect, it } from 'vitest';
import { findingSites } from './carried-values.ts';
import { en } from './en/index.ts';
import { zhTW } from './zh-TW/index.ts';

/** The packages whose findings reach a page. */
const covered = {
  'factor-library': factorLibrary,
  footprint,
  'inventory-sheet': inventorySheet,
  programme,
  quantity,
  services,
  'state-machine': stateMachine,
} as const;
const root = join(import.meta.dirname, '../../../..');
const sites = [...Object.keys(covered).map((name) => `packages/${name}/src`), 'apps/worker/src'].flatMap(
  (folder) => findingSites(join(root, folder)),
);

const sentences = Object.entries(zhTW.findings).map(([key, chinese]) => ({
  key,
  code: key.split('_')[0] ?? '',
  chinese,
  english: en.findings[key] ?? '',
}));
const placeholders = (sentence: string) =>
  [...new Set([...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort();

/** Every text of a catalog with the keys that lead to it. */
function textsOf(catalog: object, path = ''): [string, string][] {
  return Object.entries(catalog).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : textsOf(value as object, `${path}${key}.`),
  );
}

describe('sentences for findings', () => {
  it.each(Object.entries(covered))('cover every code that %s lists', (_name, exported) => {
    const codes = Object.entries(exported).flatMap(([name, list]) =>
      name.endsWith('FindingCodes') ? (list as readonly string[]) : [],
    );
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !zhTW.findings[code] || !en.findings[code])).toEqual([]);
  });

  it('cover every code the sources hand to a finding', () => {
    const makers = ['errorAt', 'warningAt', 'questionAt', 'cellFinding', 'rowFinding', 'Refusal'];
    const made = sites.filter(({ maker }) => makers.includes(maker));
    expect(made.length).toBeGreaterThan(200);
    expect(made.filter(({ code }) => !zhTW.findings[code] || !en.findings[code])).toEqual([]);
  });

  it('are kept for no code that nothing makes', () => {
    const made = new Set(sites.map(({ code }) => code));
    expect(sentences.filter(({ code }) => !made.has(code)).map(({ key }) => key)).toEqual([]);
  });

  it('are the same in both languages, placeholders included', () => {
    expect(Object.keys(en.findings)).toEqual(Object.keys(zhTW.findings));
    for (const { key, chinese, english } of sentences)
      expect([key, ...placeholders(english)]).toEqual([key, ...placeholders(chinese)]);
  });

  it('use only values that every such finding carries', () => {
    const derived = new Set(['allowed']);
    const bySeverity = new Set(sentences.filter(({ key, code }) => key !== code).map(({ code }) => code));
    const unfilled = sentences.flatMap(({ key, code, chinese }) => {
      const ofCode = sites.filter((site) => site.code === code);
      const lacking = placeholders(chinese).filter((name = '') => {
        const carries = ({ carries }: (typeof sites)[number]) => carries.has(name);
        return !derived.has(name) && !(bySeverity.has(code) ? ofCode.some(carries) : ofCode.every(carries));
      });
      return lacking.map((name) => `${key}: ${name}, see ${ofCode.map(({ place }) => place).join(', ')}`);
    });
    expect(unfilled).toEqual([]);
  });

  it('end as sentences do', () => {
    for (const { key, chinese, english } of sentences) {
      expect(chinese, key).toMatch(/[。？]$/);
      expect(english, key).toMatch(/[.?]$/);
    }
  });
});

describe('the Chinese of Taiwan', () => {
  it('is written with full-width punctuation', () => {
    const halfWidth = /[\p{Script=Han}」）][,:;!?]|[,:;!?][\p{Script=Han}「（]|\p{Script=Han}\.(?!\w)|["']/u;
    expect(textsOf(zhTW).filter(([, text]) => halfWidth.test(text))).toEqual([]);
  });

  it('has no simplified characters', () => {
    const simplified = new Set(
      '这们个国单据检项请认输错误无与为会来时产业两过还进远运选边达动务区号计订许设证评说读谁调该详质购费资较辅铁钢铝链键长门问间闭队阶际难页顺须预频题额风马验么习从仅价优传体余储关内写决况净减则创别办劳势协压参双变启图场坏处备复够头学实审对导将层属币师带帮库应废开异弃张归当录总态执扩护报拟择换损断旧显术机权条极构标栏样档气汇没测济浓满点热状独环现电画监盘确码础种积称稳签简类紧红级纪纯纸线组细终经结绕给络统继绩续维综绿缓编缩网职联胶节范药获营虑虽补装规视觉览触并产厂历压发丢',
    );
    const found = textsOf(zhTW).filter(([, text]) =>
      [...text].some((character) => simplified.has(character)),
    );
    expect(found).toEqual([]);
  });
});
