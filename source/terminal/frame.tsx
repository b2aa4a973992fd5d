/** The picture, handed to Ink: one Text, its rows already cut to the window, so that Ink need neither wrap nor measure. */
import { Box, Text } from 'ink';
import type { ReactElement } from 'react';
import { pictureOf } from './picture.ts';
import type { State } from './state.ts';
import { paint, type Theme } from './style.ts';

export function Frame({ state, theme }: { readonly state: State; readonly theme: Theme }): ReactElement {
	const rows = pictureOf(state).map((line) => paint(line, theme));
	// Wider than the window: where Ink counts the columns of a rare character otherwise than we do, it must not wrap.
	return (
		<Box flexDirection="column" width={state.size.columns * 2} flexShrink={0}>
			<Text>{rows.join('\n')}</Text>
		</Box>
	);
}
