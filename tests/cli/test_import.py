# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Files of products: good ones, and every bad one that we could think of."""
import os
import struct
import zlib

import pytest

from program import is_plain

Header = "sku,name,price\n"


def png(width=4, height=4):
    """A picture, the shortest way."""
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(
            ">I", zlib.crc32(kind + content))
    rows = b"".join(b"\0" + b"\x20\x80\xc0" * width for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0,
                                                               0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def test_a_file_of_three_columns_makes_a_shop(operator):
    done = operator.load(Header + "A1,Apple,0.50\nB2,Bread,2.55\n")
    assert done.code == 0 and done.counts == (2, 0, 0, 0) and not done.err
    shop = operator.products()
    assert shop["A1"]["name"] == "Apple" and shop["A1"]["price"] == "0.50"
    assert shop["B2"] == {"sku": "B2", "name": "Bread", "description": "", "category": "",
                          "price": "2.55", "currency": "EUR", "tax_class": "standard",
                          "unit": "each", "barcodes": "", "stock": "0", "active": "true",
                          "image": ""}


def test_every_column_in_any_order_and_case(operator):
    done = operator.load(
        "Active,STOCK,barcodes,unit,tax_class,currency,price,category,description,name,sku,image\n"
        'false,1.5,4006381333931|96385074,kg,standard,eur,2.55,"Drinks/Hot, strong",'
        '"Two\nlines, ""quoted""",Coffee,C-1,\n')
    assert done.code == 0 and done.counts == (1, 0, 0, 0), done
    assert operator.products()["C-1"] == {
        "sku": "C-1", "name": "Coffee", "description": 'Two\nlines, "quoted"',
        "category": "Drinks/Hot, strong", "price": "2.55", "currency": "EUR",
        "tax_class": "standard", "unit": "kg", "barcodes": "4006381333931|96385074",
        "stock": "1.5", "active": "false", "image": ""}


def test_again_changes_nothing_and_a_change_is_counted(operator):
    content = "sku,name,price,stock,category\n" + "".join(
        f"S{i},Product {i},{i}.00,{i},Shelf {i % 7}/Left\n" for i in range(1, 60))
    assert operator.load(content).counts == (59, 0, 0, 0)
    assert operator.load(content).counts == (0, 0, 59, 0)
    changed = content.replace("S7,Product 7,7.00,7,", "s7,Product 7,7.00,8,").replace(
        "Product 9,", "Product nine,")
    assert operator.load(changed).counts == (0, 2, 57, 0)
    assert operator.products()["S7"]["stock"] == "8"
    assert operator.load(changed).counts == (0, 0, 59, 0)


def test_what_a_file_does_not_say_stays(operator):
    operator.load("sku,name,price,description,stock,active\nA,Apple,1.00,Red,5,false\n")
    assert operator.load(Header + "A,Apple,1.00\n").counts == (0, 0, 1, 0)
    blank = operator.load("sku,name,price,description,stock,active\nA,Apple,1.00,,,\n")
    assert blank.counts == (0, 0, 1, 0)
    row = operator.products()["A"]
    assert (row["description"], row["stock"], row["active"]) == ("Red", "5", "false")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_delimiters_line_ends_and_marks(on_sqlite, delimiter, ending, mark):
    lines = ["sku,name,price", "A,Apple,1.00", '"B","Bread",2.00']
    content = mark + ending.join(lines).replace(",", delimiter) + ending
    assert on_sqlite.load(content).counts == (2, 0, 0, 0)


@pytest.mark.parametrize("row, column, word", [
    ("A,Apple,2.555", "price", "2.555 has more digits than EUR"),
    ("A,Apple,\"2,55\"", "price", "with a point"),
    ("A,Apple,-1.00", "price", "below zero"),
    ("A,Apple,", "price", "no price"),
    ("A,Apple,1e2", "price", "1e2"),
    ("A,Apple,NaN", "price", "NaN"),
    ("A,Apple,99999999999999999999", "price", "too large"),
    ("A,Apple,€1", "price", "€1"),
    (",Apple,1.00", "sku", ""),
    ("A,,1.00", "name", ""),
    ("A,   ,1.00", "name", ""),
    ("A," + "x" * 201 + ",1.00", "name", "200"),
    ("S" * 65 + ",Apple,1.00", "sku", "64"),
    ("A," + "x" * 70_000 + ",1.00", "name", "65536"),
    ("A\0,Apple,1.00", "sku", "NUL"),
    ("A\x07,Apple,1.00", "sku", ""),
    (b"A,caf\xe9,1.00", "name", "Latin-1"),
    (b"A,\xed\xa0\x80,1.00", "name", "UTF-8"),
    ("A,Apple", "", "2 cells, the header has 3"),
    ("A,Apple,1.00,extra", "", "4 cells"),
    ('A,"Apple,1.00', "name", "never closed"),
    ('A,"App"le,1.00', "name", "closing quote"),
])
def test_a_bad_row_is_told_and_the_others_are_taken(operator, row, column, word):
    row = row if isinstance(row, bytes) else row.encode()
    done = operator.load(b"sku,name,price\nG1,Good,1.00\n" + row + b"\nG2,Good,1.00\n")
    assert done.code == 0, done
    assert done.counts == (2, 0, 0, 1), done
    assert len(done.err) == 1, done
    assert done.err[0].startswith(f"line 3, column {column}: " if column else "line 3: "), done
    assert word in done.err[0], done
    assert set(operator.products()) == {"G1", "G2"}


@pytest.mark.parametrize("column, cell, word", [
    ("currency", "USD", "currency_mismatch"), ("currency", "XYZ", "XYZ"),
    ("currency", "euro", "euro"), ("tax_class", "luxury", "luxury"), ("unit", "mile", "mile"),
    ("stock", "1.2345", "1.2345"), ("stock", "some", "some"), ("stock", "9" * 30, "large"),
    ("active", "perhaps", "perhaps"), ("category", "/Coffee", "path"),
    ("category", "Drinks//Coffee", "path"), ("category", "x" * 300, ""),
    ("barcodes", "x" * 100, ""), ("barcodes", "1|2|1", ""), ("barcodes", "a b", ""),
    ("image", "nowhere.png", "nowhere.png"), ("image", "products.csv", ""), ("image", ".", ""),
])
def test_a_bad_cell_is_told_with_its_column(operator, column, cell, word):
    done = operator.load(f"sku,name,price,{column}\nG,Good,1.00,\nB,Bad,1.00,{cell}\n")
    assert done.code == 0 and done.counts == (1, 0, 0, 1), done
    assert done.err[0].startswith(f"line 3, column {column}: "), done
    assert word in done.err[0], done


def test_every_bad_column_of_a_row_is_told(operator):
    done = operator.load("sku,name,price,currency,unit,stock,active,tax_class\n"
                         ",,x,USD,mile,some,perhaps,luxury\n")
    assert done.code == os.EX_DATAERR
    told = {line.split(":")[0].removeprefix("line 2, column ") for line in done.err}
    assert told == {"sku", "name", "price", "currency", "unit", "stock", "active", "tax_class"}


def test_a_name_may_hold_the_mark_of_a_path(operator):
    content = "sku,name,price,category\nA,Apple,1.00,Tea\\/Coffee/Left\\\\Right\n"
    assert operator.load(content).counts == (1, 0, 0, 0)
    assert operator.load(content).counts == (0, 0, 1, 0)
    assert operator.products()["A"]["category"] == "Tea\\/Coffee/Left\\\\Right"


def test_of_a_sku_the_first_row_counts(operator):
    done = operator.load(Header + "ab-1,First,1.00\nAB-1,Second,2.00\nx,Other,1.00\n"
                                  "ÄÖ,Third,1.00\näö,Fourth,1.00\n")
    assert done.counts == (3, 0, 0, 2), done
    assert done.err == ["line 3, column sku: duplicate_sku: line 2 has AB-1 already",
                        "line 6, column sku: duplicate_sku: line 5 has äö already"]
    assert operator.products()["ab-1"]["name"] == "First"


def test_a_barcode_belongs_to_one_product(operator):
    content = "sku,name,price,barcodes\nA,Apple,1.00,111\nB,Bread,1.00,222|111\nC,Cake,1.00,333\n"
    for dry in ((), ("--dry-run",)):
        done = operator.load(content, *dry)
        assert done.counts[3] == 1, done
        assert done.err[0].startswith("line 3, column barcodes: "), done
        assert "111" in done.err[0]


@pytest.mark.parametrize("content, word", [
    ("", "empty"), ("\n\n\n", "empty"), ("\ufeff", "empty"),
    ("sku,name\n1,2\n", "price is missing"), ("colour\n", "colour is not a known column"),
    ("sku,name,price,sku\n", "sku is there twice"), ("sku,name,price,\n", "column 4 has no name"),
    ("A1,Apple,1.00\n", "is not a known column"), ("sku,name,price".encode("utf-16"), "UTF-16"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ""), (b"sku,name,price,caf\xe9\n", "UTF-8"),
    ('sku,"name,price\n', "never closed"), ("{\"sku\": 1}\n", ""),
])
def test_a_file_that_is_none_of_products_is_refused(operator, content, word):
    done = operator.load(content)
    assert done.code == os.EX_DATAERR, done
    assert is_plain(done, "products.csv", word)
    assert not done.out


def test_a_header_alone_is_an_empty_file_of_products(operator):
    done = operator.load(Header)
    assert done.code == 0 and done.counts == (0, 0, 0, 0)


def test_a_file_that_cannot_be_read_is_told(operator):
    for path in ("nowhere.csv", operator.folder):
        done = operator("import", "products", path)
        assert done.code == os.EX_NOINPUT
        assert is_plain(done, str(path))


def test_when_no_row_is_good_it_says_so(operator):
    done = operator.load(Header + "A,Apple,x\n")
    assert done.code == os.EX_DATAERR and done.counts == (0, 0, 0, 1)


def test_standard_input_will_do(operator):
    done = operator("import", "products", "-", text=Header + "A,Apple,1.00\n")
    assert done.code == 0 and done.counts == (1, 0, 0, 0)
    done = operator("import", "products", "-", "--all-or-nothing",
                    text=Header + "A,Apple,1.00\nB,Bread,1.00\n")
    assert done.code == 0 and done.counts == (1, 0, 1, 0)
    empty = operator("import", "products", "-", text="")
    assert empty.code == os.EX_DATAERR and is_plain(empty, "empty")


def test_all_or_nothing_is_nothing_when_a_row_is_bad(operator):
    operator.load(Header + "A,Apple,1.00\n")
    content = Header + "A,Apple,2.00\n" + "".join(f"S{i},P,1.00\n" for i in range(1200))
    bad = operator.load(content + "X,Bad,x\n", "--all-or-nothing")
    assert bad.code == os.EX_DATAERR and bad.counts == (0, 0, 0, 1), bad
    assert operator.products()["A"]["price"] == "1.00" and len(operator.products()) == 1

    good = operator.load(content, "--all-or-nothing")
    assert good.code == 0 and good.counts == (1200, 1, 0, 0)
    assert operator.load(content, "--all-or-nothing").counts == (0, 0, 1201, 0)


def test_all_or_nothing_tells_every_bad_row(operator):
    operator.load("sku,name,price,barcodes\nA,Apple,1.00,111\n")
    bad = operator.load("sku,name,price,barcodes\nB,Bread,x,\nC,Cake,1.00,111\nD,Date,y,\n",
                        "--all-or-nothing")
    assert bad.code == os.EX_DATAERR and bad.counts == (0, 0, 0, 3), bad
    assert [line.split(",")[0] for line in bad.err] == ["line 2", "line 3", "line 4"]


def test_all_or_nothing_minds_what_only_the_shop_knows(operator):
    operator.load("sku,name,price,barcodes\nA,Apple,1.00,111\n")
    bad = operator.load("sku,name,price,barcodes\nB,Bread,1.00,222\nC,Cake,1.00,111\n",
                        "--all-or-nothing")
    assert bad.code == os.EX_DATAERR and bad.counts == (0, 0, 0, 1), bad
    assert set(operator.products()) == {"A"}


def test_a_dry_run_says_what_would_change_and_changes_nothing(operator):
    operator.load("sku,name,price,stock\nA,Apple,1.00,1\nB,Bread,1.00,1\n")
    before = operator.products()
    content = ("sku,name,price,stock,category\nA,Apple,1.00,2,\nB,Bread,1.00,1,\n"
               "C,Cake,1.00,,Sweets\nD,Date,x,,\n")
    for _ in range(2):
        done = operator.load(content, "--dry-run")
        assert done.code == 0 and done.counts == (1, 1, 1, 1), done
    assert operator.products() == before
    nothing = operator.load(content, "--dry-run", "--all-or-nothing")
    assert nothing.code == os.EX_DATAERR and nothing.counts == (0, 0, 0, 1)
    assert operator.load(content).counts == (1, 1, 1, 1)


def test_a_dry_run_needs_no_shop_and_makes_none(on_sqlite):
    done = on_sqlite.load("sku,name,price,currency\nA,Apple,1.00,GBP\n", "--dry-run",
                          "--currency", "GBP")
    assert done.code == 0 and done.counts == (1, 0, 0, 0), done
    assert not (on_sqlite.folder / "shop.db").exists()


def test_the_currency_is_chosen_while_nothing_is_priced(operator):
    content = "sku,name,price,currency\nA,Apple,100,JPY\n"
    assert operator.load(content, "--currency", "JPY").counts == (1, 0, 0, 0)
    assert operator.load(content, "--currency", "JPY").counts == (0, 0, 1, 0)
    assert operator.products()["A"]["price"] == "100"
    done = operator.load(content, "--currency", "EUR")
    assert done.code in (os.EX_DATAERR, os.EX_CONFIG) and is_plain(done, "JPY", "EUR")


def test_pictures_come_along(operator):
    (operator.folder / "pictures").mkdir()
    (operator.folder / "pictures/a.png").write_bytes(png())
    operator.file("big.png", png() + bytes(6 * 1024 * 1024))
    images = ("--images", operator.folder / "kept")
    content = "sku,name,price,image\nA,Apple,1.00,pictures/a.png\n"
    assert operator.load(content, "--dry-run", *images).counts == (1, 0, 0, 0)
    assert not (operator.folder / "kept").exists()
    assert operator.load(content, *images).counts == (1, 0, 0, 0)
    assert any(path.is_file() for path in (operator.folder / "kept").rglob("*"))
    assert operator.load(content, *images).counts == (0, 0, 1, 0)
    (operator.folder / "pictures/a.png").write_bytes(png(8, 8))
    assert operator.load(content, *images).counts == (0, 1, 0, 0)
    big = operator.load("sku,name,price,image\nB,Big,1.00,big.png\n", *images)
    assert big.counts == (0, 0, 0, 1) and "5 MiB" in big.err[0]


def test_the_demo_shop_is_loaded_once(operator):
    first = operator("import", "demo")
    assert first.code == 0 and "demo shop is in" in first.last, first
    shop = operator.products()
    assert len(shop) >= 60
    assert len({row["category"] for row in shop.values()}) >= 6
    again = operator("import", "demo")
    assert again.code == 0 and "products already" in again.last
    assert operator.products() == shop


def test_the_demo_shop_has_a_database_of_its_own(on_sqlite):
    done = on_sqlite.plain("import", "demo")
    assert done.code == 0 and done.last.endswith("tradepost/demo.db"), done


def test_the_demo_shop_sells_in_euro_only(operator):
    done = operator("import", "demo", "--currency", "GBP")
    assert done.code == os.EX_CONFIG and is_plain(done, "EUR", "GBP")
