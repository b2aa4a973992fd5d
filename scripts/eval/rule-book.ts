/** How often each rule names the right speaker. */
import { type Share, share } from './figures.ts';
import type { FoundQuotation } from './program.ts';

export interface RuleFigures {
	readonly rule: string;
	/** Pieces that are in the gold with a speaker, to which the rule gave one. */
	readonly n: number;
	readonly right: Share;
	/** Pieces it gave a speaker that are nobody's words, or not in the gold. */
	readonly spurious: number;
	/** Whether the program shows this rule's speakers as unsure. */
	readonly unsure: boolean;
}

interface Count {
	n: number;
	right: number;
	spurious: number;
	unsure: boolean;
}

export class RuleBook {
	readonly #counts = new Map<string, Count>();
	readonly #sure = { n: 0, right: 0 };
	readonly #unsure = { n: 0, right: 0 };

	judge(found: FoundQuotation, right: boolean): void {
		if (!found.speaker) return;
		for (const count of [this.#of(found), found.certain ? this.#sure : this.#unsure]) {
			count.n++;
			if (right) count.right++;
		}
	}

	spurious(found: FoundQuotation): void {
		if (found.speaker) this.#of(found).spurious++;
	}

	#of({ rule, certain }: FoundQuotation): Count {
		const count = this.#counts.get(rule) ?? { n: 0, right: 0, spurious: 0, unsure: false };
		this.#counts.set(rule, count);
		if (!certain) count.unsure = true;
		return count;
	}

	get sureRight(): Share {
		return share(this.#sure.right, this.#sure.n);
	}

	get unsureRight(): Share {
		return share(this.#unsure.right, this.#unsure.n);
	}

	/** The busiest first. */
	figures(): RuleFigures[] {
		return [...this.#counts]
			.map(([rule, { n, right, spurious, unsure }]) => ({
				rule,
				n,
				right: share(right, n),
				spurious,
				unsure,
			}))
			.sort((a, b) => b.n - a.n || (a.rule < b.rule ? -1 : 1));
	}
}
