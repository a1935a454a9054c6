import { Group, Text } from '@mantine/core';
import type { ImportProgress } from '@slipstream/services';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgressNote } from '../components/progress-note.tsx';
import classes from './import-steps.module.css';

const steps = ['received', 'reading', 'storing', 'calculating'] as const;
type Step = (typeof steps)[number];

/** What is being done for an import that runs. */
function stepOf({ state, rowsRead }: ImportProgress): Step {
  if (state === 'received') return 'received';
  if (state === 'reading') return rowsRead > 0 ? 'storing' : 'reading';
  return 'calculating';
}

interface ImportStepsProps {
  readonly progress: ImportProgress;
  /** What can be done while nothing is stored yet. */
  readonly children: ReactNode;
}

/** How far an import is: the step it is at in words, with its counts, and what is done and still to come. */
export function ImportSteps({ progress, children }: ImportStepsProps) {
  const { t } = useTranslation('products');
  const { rowsRead: rows, products, calculated } = progress;
  const present = stepOf(progress);
  const isDone = (step: Step) => steps.indexOf(step) < steps.indexOf(present);
  return (
    <>
      <ProgressNote
        text={t(`report.running.${present}`, { rows, calculated, products })}
        share={present === 'calculating' && products > 1 ? calculated / products : null}
      />
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step} data-state={step === present ? 'present' : isDone(step) ? 'done' : 'ahead'}>
            <i aria-hidden>{isDone(step) && <IconCheck size={13} stroke={3} />}</i>
            <span>{t(`report.step.${step}`)}</span>
          </li>
        ))}
      </ol>
      <Group mt="md" gap="md">
        {present !== 'calculating' && children}
        <Text size="sm" c="dimmed">
          {t('report.leave')}
        </Text>
      </Group>
    </>
  );
}
