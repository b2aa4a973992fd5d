import { describe, expect, test } from 'vitest';
import { THEMES, themeOf } from '../../source/terminal/style.ts';

/** Colours 0 to 7 as terminals ship with them: xterm, the Linux console (VGA), GNOME (Tango), Terminal of macOS. */
const PALETTES = {
	xterm: ['000000', 'cd0000', '00cd00', 'cdcd00', '0000ee', 'cd00cd', '00cdcd', 'e5e5e5'],
	console: ['000000', 'aa0000', '00aa00', 'aa5500', '0000aa', 'aa00aa', '00aaaa', 'aaaaaa'],
	tango: ['2e3436', 'cc0000', '4e9a06', 'c4a000', '3465a4', '75507b', '06989a', 'd3d7cf'],
	macos: ['000000', '990000', '00a600', '999900', '0000b2', 'b200b2', '00a6b2', 'bfbfbf'],
} as const;

function luminance(colour: string): number {
	const [red, green, blue] = [0, 2, 4].map((at) => {
		const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
	const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
	return (light! + 0.05) / (dark! + 0.05);
}

describe.each([
	['dark', '000000'],
	['light', 'ffffff'],
] as const)('%s', (name, paper) => {
	const theme = Object.entries(THEMES[name]);

	test.each(Object.entries(PALETTES))('every colour can be read in the palette of %s', (_, palette) => {
		for (const [role, look] of theme) {
			const ink = /(?:^|;)3([0-7])(?:;|$)/.exec(look?.on ?? '')?.[1];
			// The least that is asked of large text and of signs.
			if (ink) expect(contrast(palette[Number(ink)]!, paper), role).toBeGreaterThan(3);
		}
	});

	test('keeps to sixteen colours and undoes what it does', () => {
		for (const [role, look] of theme) {
			if (!look) continue;
			expect(look.on, role).toMatch(/^(?:[1-9]|3[0-7])(?:;(?:[1-9]|3[0-7]))*$/);
			const undone = look.on
				.split(';')
				.map((code) => (code.startsWith('3') && code !== '3' ? '39' : code === '1' ? '22' : `2${code}`));
			expect([...look.off.split(';')].sort(), role).toEqual([...new Set(undone)].sort());
		}
	});
});

test.each([
	['15;0', 'dark'],
	['0;15', 'light'],
	['0;default;15', 'light'],
	['0;7', 'light'],
	['12;8', 'dark'],
	['default;default', 'dark'],
	['', 'dark'],
	[undefined, 'dark'],
])('COLORFGBG=%s is %s', (colours, theme) => {
	expect(themeOf(colours)).toBe(theme);
});
