// Says that scripts run: buttons that need them appear, and the undo bar leaves the page's flow.
document.documentElement.classList.add("js");
