//! Requests in, responses out: all state of the worker, none of the browser.
