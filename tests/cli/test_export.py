# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
import os

from program import is_plain

Awkward = ('sku,name,description,category,price,currency,tax_class,unit,barcodes,stock,active\n'
           '"A,1","12"" ruler","line 1\nline 2",Tools/Rulers,1.00,EUR,standard,each,123,-2.5,true\n'
           ' b2 , spaces stay , ;\t; ,"Tools/Left, right",0.00,EUR,standard,m,"1\\|2|3",0,false\n'
           'ß3,日本語 🥐,,,99999.99,EUR,standard,l,,0.001,true\n')


def test_an_export_comes_back_and_changes_nothing(operator):
    assert operator.load(Awkward).counts == (3, 0, 0, 0)
    out = operator.folder / "out.csv"
    done = operator("export", "products", out)
    assert done.code == 0 and done.last == "exported 3" and not done.err
    assert operator("import", "products", out).counts == (0, 0, 3, 0)
    assert operator.products()["A,1"]["stock"] == "-2.5"
    assert operator.products()[" b2 "]["barcodes"] == "1\\|2|3"


def test_it_carries_the_shop_into_an_empty_one(operator, new_database, tmp_path):
    operator("import", "demo")
    out = operator("export", "products").raw
    other = new_database() if new_database else f"sqlite:{tmp_path}/other.db"
    done = operator.plain("import", "products", operator.file("out.csv", out), "--database", other)
    assert done.code == 0 and done.counts[3] == 0
    assert operator.plain("export", "products", "--database", other).raw == out


def test_pages_follow_one_another(operator):
    operator.load("sku,name,price\n" + "".join(f"S{i},P,1.00\n" for i in range(1234)))
    lines = operator("export", "products", "-").out
    assert len(lines) == 1235 and len(set(lines)) == 1235


def test_an_empty_shop_is_a_header(operator):
    operator("migrate")
    out = operator("export", "products").raw
    assert out == (b"sku,name,description,category,price,currency,tax_class,unit,barcodes,stock,"
                   b"active,image\r\n")
    assert operator.load(out).counts == (0, 0, 0, 0)


def test_it_writes_over_nothing_unasked(operator):
    operator("migrate")
    out = operator.file("out.csv", "mine")
    done = operator("export", "products", out)
    assert done.code == os.EX_CANTCREAT and is_plain(done, "--force")
    assert out.read_text() == "mine"
    assert operator("export", "products", out, "--force").code == 0
    assert is_plain(operator("export", "products", "/nowhere/out.csv"), "/nowhere")


def test_no_shop_is_no_input(operator):
    done = operator("export", "products")
    assert done.code == os.EX_NOINPUT and is_plain(done, "no shop")
    assert not (operator.folder / "shop.db").exists()
