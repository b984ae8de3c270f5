#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| digest_fuzz::check("yaml", bytes));
