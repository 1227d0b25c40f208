// Runs axe-core, which is in the page already; what it found, a row an element.
async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const result = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
  return result.violations.flatMap((rule) =>
    rule.nodes.map((node) => ({
      rule: rule.id,
      impact: node.impact ?? rule.impact,
      text: `${rule.help}. ${node.failureSummary}`,
      where: node.target.join(" "),
    })),
  );
};
