import { groupsPerPass, type Kernel } from './kernel.ts';
import { plainDraws } from './plain-draws.ts';

/** The kernel in JavaScript. */
export const plainKernel: Kernel = {
  rollUp(from, to, rowStart, column, amount, x) {
    for (let i = from, p = rowStart[from]!; i < to; i++) {
      let sum = x[i]!;
      for (const end = rowStart[i + 1]!; p < end; p++) sum += amount[p]! * x[column[p]!]!;
      x[i] = sum;
    }
  },
  rollUpGroups(from, to, rowStart, column, amount, direct, group, place, firstGroup, lanes) {
    for (let i = from, p = rowStart[from]!; i < to; i++) {
      const out = place[i]! * groupsPerPass;
      for (let k = 0; k < groupsPerPass; k++) lanes[out + k] = 0;
      for (const end = rowStart[i + 1]!; p < end; p++) {
        const v = column[p]! * groupsPerPass;
        const f = amount[p]!;
        for (let k = 0; k < groupsPerPass; k++) lanes[out + k]! += f * lanes[v + k]!;
      }
      const lane = group[i]! - firstGroup;
      if (lane >= 0 && lane < groupsPerPass) lanes[out + lane]! += direct[i]!;
    }
  },
  sweepInputs(first, size, { rowStart, column, amount, selfUse }, b, x) {
    let worst = 0;
    for (let i = 0, p = rowStart[first]!; i < size; i++) {
      let sum = b[i]!;
      for (const end = rowStart[first + i + 1]!; p < end; p++) sum += amount[p]! * x[column[p]!]!;
      const own = selfUse[first + i]!;
      if (own !== 0) sum /= 1 - own;
      const change = Math.abs(sum - x[i]!);
      const scale = Math.abs(sum);
      if (change > worst * scale) worst = change / scale;
      x[i] = sum;
    }
    return worst;
  },
  sweepDemands(first, size, { rowStart, column, amount, selfUse }, asked, s) {
    let worst = 0;
    for (let i = size - 1; i >= 0; i--) {
      let more = asked[i]!;
      if (more === 0) continue;
      asked[i] = 0;
      const own = selfUse[first + i]!;
      if (own !== 0) more /= 1 - own;
      const sum = s[i]! + more;
      s[i] = sum;
      const change = Math.abs(more);
      const scale = Math.abs(sum);
      if (change > worst * scale) worst = change / scale;
      for (let p = rowStart[first + i]!, end = rowStart[first + i + 1]!; p < end; p++)
        asked[column[p]!]! += amount[p]! * more;
    }
    return worst;
  },
  draws: plainDraws,
};
