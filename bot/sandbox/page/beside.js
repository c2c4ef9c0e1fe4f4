// Shows two windows side by side, and keeps in the address where each of them is, for a reload.

const HALVES = ["left", "right"];
const frame = (half) => document.getElementById(half);

for (const half of HALVES) {
  frame(half).src = `/?${new URLSearchParams(location.search).get(half) ?? ""}`;
}

addEventListener("message", ({ origin, data }) => {
  if (origin !== location.origin || data !== "moved") return;
  const places = HALVES.map((half) => [half, frame(half).contentWindow.location.search.slice(1)]);
  history.replaceState(null, "", `?${new URLSearchParams(places)}`);
});
