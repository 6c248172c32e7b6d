/* The elements of a page that no callback changes, as one component of Dash: web/serving/components.py. */
(() => {
  "use strict";

  let count = 0;

  function Static({ tree }) {
    const { createElement, Fragment, useMemo } = window.React;
    const made = (part) => {
      if (typeof part === "string") return part;
      const [tag, attributes, inside] = part;
      return createElement(tag, attributes, ...inside.map(made));
    };
    /* Another tree gets other elements: what a reader unfolded or typed is no part of it. */
    return useMemo(() => {
      count += 1;
      return createElement(Fragment, { key: count }, made(tree));
    }, [tree]);
  }

  window.dashboard_page = { Static };
})();
