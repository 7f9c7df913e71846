-- PostgreSQL keeps its index of words by itself.
SELECT 1;
