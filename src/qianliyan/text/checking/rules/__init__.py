"""One module for each family of rules; `registry` lists them."""
