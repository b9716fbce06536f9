/** The look of the preview's components. They use the variables of a theme as an application does, and nothing else. */
export const previewStyle = `
:host { all: initial; display: block; }
* { box-sizing: border-box; margin: 0; }
.site {
  font: 400 16px/1.5 var(--font-body); background: var(--color-background); color: var(--color-foreground);
  overflow-wrap: break-word;
}
h3, h4 { font-family: var(--font-heading); font-weight: 650; line-height: 1.2; letter-spacing: -0.01em; }
h3 { font-size: 28px; }
h4 { font-size: 17px; }
a { color: var(--color-primary-text); text-underline-offset: 3px; }
.bar {
  display: flex; align-items: center; gap: 20px; padding: 14px 20px; border-bottom: 1px solid var(--color-border);
}
.bar strong { font-family: var(--font-heading); font-size: 18px; }
.bar a { color: var(--color-foreground); text-decoration: none; }
.bar a.here { color: var(--color-primary-text); font-weight: 600; }
.bar .last { margin-left: auto; }
.mark { width: 22px; height: 22px; border-radius: min(var(--radius), 11px); background: var(--color-primary); }
.logo { height: 28px; max-width: 160px; object-fit: contain; object-position: left; }
.body { display: grid; gap: 24px; padding: 24px 20px; }
.lead { color: var(--color-muted-foreground); }
.hero { display: grid; gap: 10px; justify-items: start; }
.row { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; }
.button {
  font: 600 15px/1 var(--font-body); padding: 11px 16px; border: 1px solid transparent; border-radius: var(--radius);
}
.primary { background: var(--color-primary); color: var(--color-primary-foreground); border-color: var(--color-primary-border); }
.primary.hover { background: var(--color-primary-hover); }
.primary.active { background: var(--color-primary-active); }
.primary.focus { box-shadow: 0 0 0 2px var(--color-ring-offset), 0 0 0 4px var(--color-ring); }
.secondary { background: var(--color-secondary); color: var(--color-secondary-foreground); }
.accent { background: var(--color-accent); color: var(--color-accent-foreground); }
.plain { background: var(--color-card); color: var(--color-card-foreground); border-color: var(--color-input); }
.columns { display: grid; gap: 16px; }
.wide .columns { grid-template-columns: 1fr 1fr; }
.wide .columns.three { grid-template-columns: 1fr 1fr 1fr; }
.card {
  display: grid; gap: 8px; align-content: start; padding: 16px; background: var(--color-card); color: var(--color-card-foreground);
  border: 1px solid var(--color-border); border-radius: var(--radius);
}
.muted { background: var(--color-muted); color: var(--color-muted-foreground); }
label { display: grid; gap: 5px; font-weight: 600; font-size: 14px; }
input, select {
  font: 400 15px/1.3 var(--font-body); padding: 9px 12px; width: 100%; color: var(--color-foreground);
  background: var(--color-background); border: 1px solid var(--color-input); border-radius: min(var(--radius), 18px);
}
input.focus { border-color: var(--color-ring); box-shadow: 0 0 0 1px var(--color-ring); }
.tick { display: flex; align-items: center; gap: 8px; font-weight: 400; }
.tick i {
  width: 18px; height: 18px; border-radius: min(var(--radius), 5px); background: var(--color-primary);
  color: var(--color-primary-foreground); font: 700 12px/18px system-ui; text-align: center;
}
.notice { padding: 10px 14px; border-radius: min(var(--radius), 16px); font-size: 15px; border-left: 4px solid; }
.badge { font: 600 12px/1 var(--font-body); padding: 5px 9px; border-radius: 99px; }
.success { background: var(--color-success); color: var(--color-success-foreground); }
.warning { background: var(--color-warning); color: var(--color-warning-foreground); }
.danger { background: var(--color-danger); color: var(--color-danger-foreground); }
.info { background: var(--color-info); color: var(--color-info-foreground); }
.notice.success { background: var(--color-success-soft); color: var(--color-success-text); }
.notice.warning { background: var(--color-warning-soft); color: var(--color-warning-text); }
.notice.danger { background: var(--color-danger-soft); color: var(--color-danger-text); }
.notice.info { background: var(--color-info-soft); color: var(--color-info-text); }
table { width: 100%; border-collapse: collapse; font-size: 15px; }
th { text-align: left; font-weight: 600; color: var(--color-muted-foreground); }
th, td { padding: 8px 6px; border-bottom: 1px solid var(--color-border); }
td:last-child, th:last-child { text-align: right; }
`;
