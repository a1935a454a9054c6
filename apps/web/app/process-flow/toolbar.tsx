import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { StatedUnit } from '@slipstream/footprint';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutDistributeVertical,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatAmount, inReadableMass } from '../i18n/format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useUnitText } from '../i18n/use-unit-text.ts';
import type { Answer } from './answer.ts';
import classes from './process-flow-editor.module.css';
import type { SaveState } from './use-autosave.ts';

interface ToolbarProps {
  readonly answer: Answer;
  readonly statedUnit: StatedUnit | null;
  readonly saveState: SaveState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly canRemove: boolean;
  readonly canFold: boolean;
  readonly onAdd: () => void;
  readonly onArrange: () => void;
  readonly onFold: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onRemove: () => void;
}

/** Above the canvas: what can be done, what the drawing comes to, whether it is saved. */
export function Toolbar(props: ToolbarProps) {
  const { t } = useTranslation('processFlow');
  // What a finger opens it leaves open, over the tools beside it.
  const isTouched = useMediaQuery('(max-width: 62em)');
  const tools = [
    { key: 'undo', icon: IconArrowBackUp, onClick: props.onUndo, disabled: !props.canUndo },
    { key: 'redo', icon: IconArrowForwardUp, onClick: props.onRedo, disabled: !props.canRedo },
    { key: 'remove', icon: IconTrash, onClick: props.onRemove, disabled: !props.canRemove },
    { key: 'arrange', icon: IconLayoutDistributeVertical, onClick: props.onArrange, disabled: false },
  ] as const;
  return (
    <div className={classes.toolbar}>
      <div className={classes.tools} role="toolbar" aria-label={t('toolbar.label')}>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={props.onAdd}>
          {t('toolbar.addProcess')}
        </Button>
        {tools.map((tool) => (
          <Tooltip key={tool.key} label={t(`toolbar.${tool.key}`)} disabled={isTouched}>
            <ActionIcon
              variant="default"
              size={40}
              aria-label={t(`toolbar.${tool.key}`)}
              disabled={tool.disabled}
              onClick={tool.onClick}
            >
              <tool.icon size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        ))}
        {props.canFold && (
          <Button variant="default" onClick={props.onFold}>
            {t('supply.fold')}
          </Button>
        )}
      </div>
      <Total answer={props.answer} statedUnit={props.statedUnit} />
      <span className={classes.saved} role="status">
        <SavedNote state={props.saveState} />
      </span>
    </div>
  );
}

/** What the drawing comes to: the known part, and what it leaves out. */
function Total({ answer, statedUnit }: Pick<ToolbarProps, 'answer' | 'statedUnit'>) {
  const { t } = useTranslation('processFlow');
  const language = useLanguage();
  const unitText = useUnitText();
  const mass = inReadableMass(answer.total ?? 0);
  const errors = answer.findings.filter((finding) => finding.severity === 'error').length;
  return (
    <output className={classes.total} aria-label={t('total.label')}>
      {answer.total === null || !statedUnit ? (
        <span className={classes.incomplete}>{t('total.incomplete', { count: errors })}</span>
      ) : (
        <>
          <b>
            {answer.open.size > 0 && '≥ '}
            {formatAmount(mass.of(answer.total), language)}
          </b>{' '}
          {mass.unit} CO₂e{' '}
          <span className={classes.perUnit}>
            {t('total.perUnit', { amount: statedUnit.amount ?? '', unit: unitText(statedUnit.unit) })}
          </span>
          {answer.open.size > 0 && (
            <span className={classes.incomplete}>{t('total.open', { count: answer.open.size })}</span>
          )}
        </>
      )}
    </output>
  );
}

function SavedNote({ state }: { state: SaveState }) {
  const { t } = useTranslation('processFlow');
  const language = useLanguage();
  if (state.kind === 'saving') return t('saving.saving');
  if (state.kind === 'failed') return t('saving.failed');
  if (state.kind !== 'saved' || !state.at) return null;
  return t('saving.saved', {
    time: state.at.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false }),
  });
}
