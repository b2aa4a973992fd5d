/** A screen of items under one another: what every list has, whatever its rows are. */
import { type Line, own, piece } from '../lines.ts';

export interface Item {
	/** Lines above that are not part of what the bar marks: a heading, the title of a story. */
	readonly before: readonly Line[];
	readonly lines: readonly Line[];
}

export interface Sheet {
	/** How many items there are; null while that is not known. */
	readonly total: number | null;
	/** null while the item is not loaded. */
	readonly item: (at: number) => Item | null;
	/** Blank lines between items. */
	readonly gap: number;
	/** Shown when there is nothing. */
	readonly empty: readonly Line[];
}

/** What an item that is not loaded yet is taken to be. */
const UNKNOWN: Item = { before: [], lines: [[piece(own('…'), 'quiet')]] };

export function itemAt(sheet: Sheet, at: number): Item {
	return sheet.item(at) ?? UNKNOWN;
}

export function heightAt(sheet: Sheet, at: number): number {
	const { before, lines } = itemAt(sheet, at);
	return before.length + lines.length;
}

/** The first of the items that fit above and including `last` in `height` lines; `last` itself always does. */
export function firstFitting(sheet: Sheet, last: number, height: number): number {
	let used = heightAt(sheet, last);
	let first = last;
	while (first > 0) {
		used += sheet.gap + heightAt(sheet, first - 1);
		if (used > height) break;
		first--;
	}
	return first;
}

/** Whether item `at` is wholly shown when `top` is the first in `height` lines. */
export function isShown(sheet: Sheet, top: number, at: number, height: number): boolean {
	if (at < top) return false;
	let used = 0;
	for (let item = top; item <= at; item++) {
		used += heightAt(sheet, item) + (item > top ? sheet.gap : 0);
		if (used > height) return item === top && item === at;
	}
	return true;
}

/** The item that stands `lines` further down (up, when negative) than item `at`: at least one item away. */
export function itemAway(sheet: Sheet, at: number, lines: number): number {
	const total = sheet.total ?? 0;
	const step = lines < 0 ? -1 : 1;
	let item = at;
	let passed = 0;
	while (item + step >= 0 && item + step < total) {
		passed += heightAt(sheet, step > 0 ? item : item - 1) + sheet.gap;
		if (passed > Math.abs(lines) && item !== at) break;
		item += step;
	}
	return item;
}

/**
 * Where a list stands so that the bar is seen. At an edge it turns by half a page: a terminal redraws the same for one
 * line as for ten, and the eye finds its place again more easily.
 */
export function settled(
	sheet: Sheet,
	{ cursor, top }: { readonly cursor: number; readonly top: number },
	height: number,
): { cursor: number; top: number } {
	if (sheet.total === null) return { cursor, top };
	if (sheet.total === 0) return { cursor: 0, top: 0 };
	const at = Math.max(0, Math.min(sheet.total - 1, cursor));
	const half = Math.max(1, Math.floor(height / 2));
	let first = Math.max(0, Math.min(at, top));
	if (cursor < top || !isShown(sheet, first, at, height)) first = firstFitting(sheet, at, half);
	return { cursor: at, top: Math.min(first, firstFitting(sheet, sheet.total - 1, height)) };
}

/** The lines of a sheet in a window: with the bar at the item under the cursor, when there is one. */
export interface SheetLine {
	readonly line: Line;
	readonly marked: boolean;
}

export function sheetLines(
	sheet: Sheet,
	{ cursor, top }: { readonly cursor: number | null; readonly top: number },
	height: number,
): SheetLine[] {
	if (sheet.total === null) return [];
	if (sheet.total === 0) return sheet.empty.map((line) => ({ line, marked: false }));
	const shown: SheetLine[] = [];
	for (let at = top; at < sheet.total && shown.length < height; at++) {
		const { before, lines } = itemAt(sheet, at);
		// Where the window is too low for both, what the bar marks is seen and what stands above it is not.
		const over = at === top && at === cursor ? Math.max(0, before.length + lines.length - height) : 0;
		for (const line of before.slice(over)) shown.push({ line, marked: false });
		for (const line of lines) shown.push({ line, marked: at === cursor });
		for (let gap = 0; gap < sheet.gap; gap++) shown.push({ line: [], marked: false });
	}
	return shown.slice(0, height);
}
