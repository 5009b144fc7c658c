<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tp::ui::PinDots</name>
    <message numerus="yes">
        <source>%Ln digit(s) typed</source>
        <translation>
            <numerusform>%Ln digit typed</numerusform>
            <numerusform>%Ln digits typed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tp::ui::ShopText</name>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tp::ui::WaitingPresenter</name>
    <message numerus="yes">
        <source>The server did not accept %Ln sale(s)</source>
        <translation>
            <numerusform>The server did not accept %Ln sale</numerusform>
            <numerusform>The server did not accept %Ln sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) are saved here</source>
        <translation>
            <numerusform>%Ln sale is saved here</numerusform>
            <numerusform>%Ln sales are saved here</numerusform>
        </translation>
    </message>
</context>
</TS>
