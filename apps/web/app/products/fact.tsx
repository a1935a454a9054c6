import type { ReactNode } from 'react';

/** One thing that is known of a line, in a list of such. */
export function Fact(props: { name: string; lang?: 'en' | undefined; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd lang={props.lang}>{props.children}</dd>
    </div>
  );
}
