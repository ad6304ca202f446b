"""The page 搜索: what was asked, the ways to narrow it, and hits as people read them."""
