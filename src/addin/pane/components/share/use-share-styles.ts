import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

/** The look of the parts of this section. */
export const useShareStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  text: { margin: 0, overflowWrap: 'anywhere' },
  heading: { ...typographyStyles.subtitle2, margin: `${tokens.spacingVerticalS} 0 0` },
  // No wider than the pane, however large its text.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  rows: {
    // What stays in view in it does not lie over the rest of the page.
    isolation: 'isolate',
    maxHeight: '420px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: tokens.spacingHorizontalXS,
    textAlign: 'left',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // A long word of a name has room in it.
  wide: { width: '46%' },
  narrow: { width: '20%' },
  cell: {
    padding: tokens.spacingHorizontalXS,
    verticalAlign: 'top',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'break-word',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  agency: { textAlign: 'left' },
  late: { display: 'block', color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  line: { display: 'block' },
});
